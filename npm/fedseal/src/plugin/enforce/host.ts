import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { Compilation, Compiler } from "../bundler.js";
import { type FederationPlugin, federationPlugins, isRspack, keysOf } from "../find-federation-plugins.js";
import type { EnforceOptions } from "../options.js";

const NAME = "FedsealPlugin";

/** What a host's build is to contain. */
export interface HostWiring {
  /** What is wrong, once the modules are known; empty when the runtime plugin is among them. */
  check(compilation: Compilation): Diagnostic[];
}

/**
 * Adds fedseal's runtime plugin to the Module Federation plugins of a host: a build that names remotes, or that exposes
 * nothing and so has no other use for Module Federation.
 */
export function wireHost(compiler: Compiler, options: EnforceOptions | undefined): HostWiring | undefined {
  // Who says how remotes are to be held to their seals has remotes, if only at run time.
  const hosts = federationPlugins(compiler).filter((plugin) => isHost(plugin, compiler, options !== undefined));
  if (hosts.length === 0) {
    const message =
      "`enforce` is set, and no ModuleFederationPlugin with runtime plugins is in this configuration's `plugins`";
    return options && { check: () => [diagnostic("enforce/host-not-wired", message)] };
  }
  const server = [compiler.options.target].flat().some((target) => /node/.test(String(target)));
  const file = pluginFile(server);
  // A host that says nothing has remotes that are not sealed yet: they go on, and are told.
  const parameters = { unsealed: "warn", ...options };
  for (const { options: federation } of hosts) {
    const listed: unknown[] = Array.isArray(federation.runtimePlugins) ? federation.runtimePlugins : [];
    if (!listed.some((one) => [one].flat()[0] === file)) federation.runtimePlugins = [...listed, [file, parameters]];
  }
  // On webpack, a Module Federation plugin that stands before fedseal has read its options by now.
  if (!isRspack(compiler)) addLoader(compiler, server, parameters);

  const found = new WeakSet<Compilation>();
  compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => {
    compilation.hooks.finishModules.tap(NAME, (modules) => {
      for (const { resource } of modules) if (resource?.replace(/[?#].*$/, "") === file) found.add(compilation);
    });
  });
  return {
    check(compilation) {
      if (found.has(compilation)) return [];
      const message =
        "this host does not contain fedseal's runtime plugin, so that nothing would hold its remotes to their seals";
      return [diagnostic("enforce/host-not-wired", message)];
    },
  };
}

/** The module of the runtime plugin, for browsers or for Node, as bundlers know it: without symbolic links. */
export function pluginFile(server: boolean): string {
  const name = server ? "@fedseal/runtime/node" : "@fedseal/runtime/plugin";
  return realpathSync(fileURLToPath(import.meta.resolve(name)));
}

/** webpack's own plugin has no runtime plugins: said where its missing manifest is. */
function isHost({ options, builtIn }: FederationPlugin, compiler: Compiler, told: boolean): boolean {
  if (builtIn && !isRspack(compiler)) return false;
  return told || keysOf(options.remotes).length > 0 || keysOf(options.exposes).length === 0;
}

/** Puts the plugin into the module that starts Module Federation's runtime, unless it is there already. */
function addLoader(compiler: Compiler, server: boolean, parameters: object): void {
  const loader = fileURLToPath(new URL("./host-loader.js", import.meta.url));
  // No path in it: it becomes part of the module's name, and with that of the output.
  const query = encodeURIComponent(JSON.stringify({ server, parameters }));
  // biome-ignore lint/suspicious/noExplicitAny: webpack's own, which needs not be installed
  compiler.hooks.thisCompilation.tap(NAME, (_: unknown, { normalModuleFactory }: any) => {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    normalModuleFactory.hooks.beforeResolve.tap(NAME, (data: any) => {
      const isRuntime = data.dependencies[0]?.constructor.name === "FederationRuntimeDependency";
      if (isRuntime && !data.request.startsWith(loader)) data.request = `${loader}?${query}!${data.request}`;
    });
  });
}
