import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import type { Sharing, SharingPackage } from "../gates/shared/sharing.js";
import type { Compilation, Compiler, Module } from "./bundler.js";
import { mayHandleFailedRemotes } from "./failed-remotes.js";
import { federationPlugins } from "./find-federation-plugins.js";

/** What the code of a build asks for: one shared package, imported by one of its modules. */
interface Consumed {
  name: string;
  scope: string;
  requiredVersion: string | undefined;
  eager: boolean;
  /** Whether it is part of what an entry loads before it runs. */
  isInitial: boolean;
}

/**
 * The shared packages of the container called `name`, as its plugin's options and the modules of the build say; undefined if
 * no plugin of the configuration makes that container.
 */
export function sharingOf(compiler: Compiler, compilation: Compilation, name: unknown): Sharing | undefined {
  const plugin = federationPlugins(compiler).find(({ options }) => options.name === name);
  if (!plugin) return undefined;
  const { options } = plugin;
  const consumed = consumedIn(compilation);
  const startsAsynchronously = isRecord(options.experiments) && options.experiments.asyncStartup === true;
  const packages = itemsOf(options.shared).flatMap(([key, item]): SharingPackage[] => {
    const own = typeof item === "string" ? rangeOrImport(key, item) : item;
    const shareKey = typeof own.shareKey === "string" ? own.shareKey : key;
    const scopes = [own.shareScope ?? options.shareScope ?? "default"].flat().map(String);
    const uses = consumed.filter((one) => isOf(one.name, shareKey) && scopes.includes(one.scope));
    const brings = own.import !== false;
    const singleton = own.singleton === true;
    // What nothing imports is not on the page; its manifest does not list it either.
    const names = uses.length > 0 ? [...new Set(uses.map(({ name }) => name))] : [shareKey];
    return names.map((name) => {
      const all = uses.filter((one) => one.name === name);
      const requiredVersion = rangeOf(own.requiredVersion) ?? all.find((one) => one.requiredVersion)?.requiredVersion;
      return {
        name,
        scopes,
        ...(requiredVersion !== undefined && { requiredVersion }),
        singleton,
        // As the bundlers' ConsumeSharedPlugin fills it in.
        strictVersion: typeof own.strictVersion === "boolean" ? own.strictVersion : brings && !singleton,
        eager: own.eager === true,
        import: brings,
        atStartup: !startsAsynchronously && all.some((one) => one.isInitial),
      };
    });
  });
  packages.sort((a, b) => compare(a.name, b.name) || compare(a.scopes.join("\0"), b.scopes.join("\0")));
  const [scope = "default", ...others] = [options.shareScope ?? "default"].flat().map(String);
  return {
    strategy: options.shareStrategy === "loaded-first" ? "loaded-first" : "version-first",
    ...(others.length === 0 && { scope }),
    ...(mayHandleFailedRemotes(options.runtimePlugins, compiler.options.context) && {
      handlesFailedRemotes: true as const,
    }),
    remoteScopes: remoteScopesOf(options.remotes, scope),
    packages,
  };
}

/** Packages that an entry needs before it can load anything. It is an error for a page, and a warning for a remote's own. */
export function checkStartup(sharing: Sharing, file: string, isRemote: boolean): Diagnostic[] {
  const late = sharing.packages.filter((one) => one.atStartup && !one.eager).map((one) => one.name);
  if (late.length === 0) return [];
  const message = `code that runs at startup imports ${late.join(", ")} without an asynchronous boundary, and ${late.length === 1 ? "it is" : "they are"} not \`eager\``;
  return [{ ...diagnostic("shared/eager-missing", message, { file }), severity: isRemote ? "warning" : "error" }];
}

/** `react-dom/` shares the modules of a package, each under its own name. */
function isOf(name: string, shareKey: string): boolean {
  return name === shareKey || (shareKey.endsWith("/") && name.startsWith(shareKey));
}

function consumedIn({ modules, chunkGraph }: Compilation): Consumed[] {
  const found: Consumed[] = [];
  for (const module of modules) {
    const consumed = consumedBy(module);
    if (!consumed) continue;
    found.push({ ...consumed, isInitial: [...chunkGraph.getModuleChunks(module)].some((one) => one.canBeInitial()) });
  }
  return found;
}

/** webpack's module has its options; of Rspack's there is only the name: `consume shared module (default) react@^19 … (eager)`. */
function consumedBy(module: Module): Omit<Consumed, "isInitial"> | undefined {
  if (module.type !== "consume-shared-module") return undefined;
  const { options } = module;
  if (isRecord(options)) {
    const { shareKey, shareScope, requiredVersion, eager } = options;
    const scope = String([shareScope].flat()[0]);
    return { name: String(shareKey), scope, requiredVersion: rangeOf(requiredVersion), eager: eager === true };
  }
  const text = module.identifier();
  const parts =
    /^consume shared module \((.*?)\) (@?[^@]+)@(.*?)(?= \((?:strict|singleton|fallback|eager)\b|$)(.*)$/s.exec(text);
  const [, scope = "", name = "", range = "", rest = ""] = parts ?? [];
  return parts ? { name, scope, requiredVersion: range || undefined, eager: rest.endsWith("(eager)") } : undefined;
}

/** The scopes that the host gives to remotes in place of its own, by the name of the container (`name@url`). */
function remoteScopesOf(option: unknown, own: string): Record<string, string> {
  const found: [string, string][] = [];
  for (const item of [option].flat()) {
    if (!isRecord(item)) continue;
    for (const [alias, remote] of Object.entries(item)) {
      if (!isRecord(remote) || remote.shareScope === undefined) continue;
      const request = String([remote.external].flat()[0]);
      const at = request.indexOf("@");
      const scope = String([remote.shareScope].flat()[0]);
      if (scope !== own) found.push([at > 0 ? request.slice(0, at) : alias, scope]);
    }
  }
  return Object.fromEntries(found.sort(([a], [b]) => compare(a, b)));
}

/** `shared`, in all its forms: names, an object, or a list of both. */
function itemsOf(option: unknown): [string, string | Record<string, unknown>][] {
  return [option].flat().flatMap((item): [string, string | Record<string, unknown>][] => {
    if (typeof item === "string") return [[item, item]];
    if (!isRecord(item)) return [];
    return Object.entries(item).flatMap(([key, value]) =>
      [value]
        .flat()
        .filter((one) => typeof one === "string" || isRecord(one))
        .map((one): [string, string | Record<string, unknown>] => [key, one]),
    );
  });
}

/** `react: "react"` names the module; every other text that is a range is one. */
function rangeOrImport(key: string, text: string): Record<string, unknown> {
  return text === key || !/^[\d^=v<>~*]/.test(text) ? { import: text } : { requiredVersion: text };
}

/** `false` is any version. */
function rangeOf(value: unknown): string | undefined {
  if (value === false) return "*";
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
