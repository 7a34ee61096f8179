import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { Compilation, Compiler } from "../bundler.js";
import type { Federation } from "../find-federation.js";
import { isRspack } from "../find-federation-plugins.js";
import type { EnforceOptions } from "../options.js";
import { unsealedOf } from "./rules.js";

const NAME = "FedsealPlugin";

/** The file of the loader that adds fedseal's runtime plugin to the module that starts Module Federation's runtime. */
export const LOADER = fileURLToPath(new URL("./host-loader.js", import.meta.url));

/** What the loader gets, as JSON in its query. */
export interface LoaderQuery {
  /** Whether the host is a server. */
  server: boolean;
  /** Whether the part for ES module remotes is built in. */
  modules: boolean;
  /** The options of the runtime plugin, but for signatures. */
  parameters: object;
  /** What signatures are wanted; nothing of that is built in where nobody says so. */
  signature?: object;
  /** Whether the build is a host because its configuration says so. */
  told: boolean;
}

/**
 * Adds fedseal's runtime plugin to a host: a build that names remotes, or that exposes nothing and so has no other use
 * for Module Federation. It goes into the module that starts Module Federation's runtime, which is there whoever applied
 * Module Federation, under whatever name, before or after FedsealPlugin.
 */
export function wireHost(compiler: Compiler, options: EnforceOptions | undefined): void {
  const { modules = true, signature, unsealed: _, ...given } = options ?? {};
  const parameters = {
    unsealed: unsealedOf(options),
    ...given,
    // Updates of a remote that is being developed are in no manifest.
    ...(compiler.options.mode === "development" && { hot: true }),
  };
  const query: LoaderQuery = {
    server: isServer(compiler),
    modules,
    parameters,
    ...(signature && { signature }),
    told: options !== undefined,
  };
  // No path in it: it becomes part of the module's name, and with that of the output.
  const text = encodeURIComponent(JSON.stringify(query));
  if (isRspack(compiler)) addRule(compiler, text);
  else addLoader(compiler, text, query.told);
}

/** What is wrong with the wiring of a host; `isHost` says whether the build is one for other reasons than its modules. */
export function checkHost(
  compiler: Compiler,
  { starts, remotes, containers }: Federation,
  isHost: boolean,
  isSigned: boolean,
): Diagnostic[] {
  const hasRuntime = starts.length > 0;
  if (!isHost && remotes.length === 0 && (containers.length > 0 || !hasRuntime)) return [];
  const files = [true, false].map((modules) => pluginFile(isServer(compiler), modules));
  const has = (imports: string[], wanted: string[]) =>
    imports.some((file) => wanted.includes(file.replace(/[?#].*$/, "")));
  const isWired = (imports: string[]) => has(imports, files) && (!isSigned || has(imports, [signatureFile()]));
  if (hasRuntime && starts.every(isWired)) return [];
  const message = hasRuntime
    ? "this host does not contain fedseal's runtime plugin, so that nothing would hold its remotes to their seals"
    : "fedseal finds no Module Federation runtime in this build to add its plugin to, so that nothing would hold remotes to their seals";
  return [diagnostic("enforce/host-not-wired", message)];
}

/** The module of the runtime plugin, for browsers or for Node, as bundlers know it: without symbolic links. */
export function pluginFile(server: boolean, modules: boolean): string {
  const page = modules ? "@fedseal/runtime/plugin" : "@fedseal/runtime/plugin/scripts";
  return fileOf(server ? "@fedseal/runtime/node" : page);
}

/** The module that checks signatures. */
export function signatureFile(): string {
  return fileOf("@fedseal/runtime/signature/built");
}

function fileOf(name: string): string {
  return realpathSync(fileURLToPath(import.meta.resolve(name)));
}

export function isServer({ options }: Compiler): boolean {
  return [options.target].flat().some((target) => /node/.test(String(target)));
}

/**
 * Rspack's runtime module always has this name, also where `@module-federation/enhanced` made it. Before other loaders:
 * they may rewrite what the loader looks for.
 */
function addRule(compiler: Compiler, query: string): void {
  const use = [`${LOADER}?${query}`];
  compiler.options.module.rules.push({ resource: /^@module-federation\/runtime\/rspack\.js$/, enforce: "pre", use });
}

/** webpack's runtime module has no name of its own; what asks for it says so. */
function addLoader(compiler: Compiler, query: string, told: boolean): void {
  // biome-ignore lint/suspicious/noExplicitAny: webpack's own, which needs not be installed
  compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation, { normalModuleFactory }: any) => {
    const requests = new Set<string>();
    // biome-ignore lint/suspicious/noExplicitAny: as above
    normalModuleFactory.hooks.beforeResolve.tap(NAME, ({ dependencies: [dependency], request }: any) => {
      if (dependency?.type === "federation runtime dependency") requests.add(request);
    });
    // biome-ignore lint/suspicious/noExplicitAny: as above
    normalModuleFactory.hooks.afterResolve.tap(NAME, ({ request, createData }: any) => {
      // A container asks for the same module in another way.
      if (!requests.has(request) || !(told || isHost(compiler, compilation))) return;
      // The last loader is the first to run.
      createData.loaders = [...createData.loaders, { loader: LOADER, options: query }];
      createData.request = `${LOADER}?${query}!${createData.request}`;
    });
  });
}

/** On webpack, while its modules are made. What this gets wrong is found in the finished build. */
function isHost({ hooks }: Compiler, { entries }: Compilation): boolean {
  const taps = hooks.compilation.taps ?? [];
  if (taps.some(({ name }) => name === "ContainerReferencePlugin")) return true;
  return ![...entries.values()].some(({ dependencies }) => dependencies.some(({ type }) => type === "container entry"));
}
