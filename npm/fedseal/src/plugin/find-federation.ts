import type { Compilation, Compiler, Module } from "./bundler.js";
import { isRspack } from "./find-federation-plugins.js";

/** One way in which a module of the host reaches a remote. */
export interface Remote {
  /** The name that the host has for it: the key in `remotes`. */
  alias: string;
  /** The name of its container, and its address, where the host names them as `name@url`. */
  name?: string;
  url?: string;
  /** How the bundler loads it: `script`, `module`, `promise`, … */
  type: string;
  /** As the host names it, without the type. */
  request: string;
  /**
   * Why Module Federation's runtime, and with it fedseal, does not load this remote: the bundler's externals do, or
   * nobody can tell. Undefined when the runtime does.
   */
  outside?: "type" | "unnamed" | "fallback" | "imported" | "unknown";
}

/** Module Federation in one build, read from its modules: whoever applied it, and in whatever order. */
export interface Federation {
  /** The names of the containers that the build makes: it is a remote when it has one. */
  containers: string[];
  /** The remotes that its code imports. */
  remotes: Remote[];
  /** Each module that starts Module Federation's runtime and has fedseal's loader: the files that it imports. */
  starts: string[][];
}

const NAME = "FedsealPlugin";

/** What the bundlers call the container of a remote, and each further address of it. */
const REFERENCE = /^(?:webpack|rspack)\/container\/reference\/(.+?)(?:\/fallback-\d+)?$/s;

/**
 * Reads every build of a compiler, once its modules are known: before that, code is made only to run in the build itself,
 * and there is nothing to say. `loader` is the file of fedseal's loader.
 */
export function watchFederation(
  compiler: Compiler,
  loader: string,
): (compilation: Compilation) => Federation | undefined {
  const found = new WeakMap<Compilation, Federation>();
  compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => {
    compilation.hooks.finishModules.tap(NAME, (modules) => {
      found.set(compilation, federationOf(compiler, compilation, modules, loader));
    });
  });
  return (compilation) => found.get(compilation);
}

/**
 * Both bundlers name modules alike: `remote (scope) …`, `fallback …`, and `external type "request"`, which is asked for
 * as `webpack/container/reference/<alias>`.
 */
function federationOf(
  compiler: Compiler,
  compilation: Compilation,
  modules: Iterable<Module>,
  loader: string,
): Federation {
  const { moduleGraph } = compilation;
  const starts: Module[] = [];
  const externals: [Module, RegExpExecArray][] = [];
  for (const module of modules) {
    const identifier = module.identifier();
    if (identifier.includes(loader)) starts.push(module);
    const external = /^external (\S+) (.*)$/s.exec(identifier);
    if (external) externals.push([module, external]);
  }
  const known = isRspack(compiler) ? remoteInfosOf(starts) : undefined;
  const remotes = externals.flatMap(([module, [, type = "", text = ""]]) => {
    const alias = REFERENCE.exec(module.userRequest ?? "")?.[1];
    if (alias === undefined) return [];
    const remote: Remote = { alias, type, ...requestOf(text) };
    const outside = outsideOf(remote, [...moduleGraph.getIncomingConnections(module)], known);
    return [{ ...remote, ...(outside && { outside }) }];
  });
  remotes.sort((a, b) => compare(a.alias, b.alias) || compare(a.request, b.request));
  const importsOf = (module: Module) =>
    [...moduleGraph.getOutgoingConnections(module)].flatMap(({ module: { resource } = {} }) => resource ?? []);
  return { containers: containersOf(compilation), remotes, starts: starts.map(importsOf) };
}

/**
 * The remotes that a host names, once each: the ones that its code imports, and the ones that its manifest has beside
 * them, which only `loadRemote` can reach. Remotes that are registered while the page runs are in neither.
 */
export function namedRemotes(
  { remotes }: Federation,
  manifests: readonly { remotes?: { alias?: string; federationContainerName?: string; entry?: string }[] }[],
): Pick<Remote, "alias" | "name" | "url" | "type">[] {
  const found = new Map<string, Pick<Remote, "alias" | "name" | "url" | "type">>();
  for (const remote of remotes) if (!found.has(remote.alias)) found.set(remote.alias, remote);
  for (const { alias, federationContainerName: name, entry: url } of manifests.flatMap((one) => one.remotes ?? [])) {
    // Module Federation writes `*` where it could not take the address apart.
    if (alias === undefined || name === undefined || found.has(alias)) continue;
    found.set(alias, url && url !== "*" ? { alias, name, url, type: "script" } : { alias, type: "unknown" });
  }
  return [...found.values()];
}

/** Module Federation's runtime loads one remote at a time, by name and URL, for its own remote modules. */
function outsideOf(
  { alias, type, name }: Remote,
  incoming: { originModule?: Module | null }[],
  known: Map<string, number> | "unknown" | undefined,
): Remote["outside"] {
  if (type !== "script") return "type";
  if (name === undefined) return "unnamed";
  const origins = incoming.map(({ originModule }) => originModule?.identifier() ?? "");
  if (origins.some((origin) => origin.startsWith("fallback "))) return "fallback";
  if (origins.length === 0 || origins.some((origin) => !origin.startsWith("remote "))) return "imported";
  // Rspack's runtime loads what is in this list, and leaves everything else to the bundler.
  if (known === "unknown") return "unknown";
  return known && known.get(alias) !== 1 ? "imported" : undefined;
}

/** On Rspack: how many addresses Module Federation's runtime has of each remote, as its own code says. */
function remoteInfosOf(starts: Module[]): Map<string, number> | "unknown" {
  const found = new Map<string, number>();
  for (const start of starts) {
    const text = remoteInfosIn(String(start.originalSource?.()?.source() ?? ""));
    if (text === undefined) return "unknown";
    for (const [alias, infos] of Object.entries(text)) found.set(alias, Array.isArray(infos) ? infos.length : 0);
  }
  return found;
}

/**
 * The remotes in the code of the module that starts Module Federation's runtime on Rspack; undefined if not there. Other loaders
 * may have printed that code again, as Rsbuild's do.
 */
export function remoteInfosIn(source: string): object | undefined {
  const [, text] =
    /\b__module_federation_remote_infos__\s*=\s*(\{.*?\});\s*(?:const|let|var)\s+__module_federation_/s.exec(source) ??
    [];
  return text === undefined ? undefined : parsed(text);
}

/** The names of the containers that a build makes. */
export function containersOf({ entries }: Compilation): string[] {
  const isContainer = ({ type }: { type?: string }) => type === "container entry";
  return [...entries].filter(([, { dependencies }]) => dependencies.some(isContainer)).map(([name]) => name);
}

/** A request is written as JSON; what is none is shown as it is. Taken apart as the bundlers do it. */
function requestOf(text: string): Pick<Remote, "request" | "name" | "url"> {
  const value = text.startsWith('"') ? parsed(text) : undefined;
  const request = typeof value === "string" ? value : text;
  const at = request.indexOf("@");
  const isNamed = at > 0 && at < request.length - 1;
  return { request, ...(isNamed && { name: request.slice(0, at), url: request.slice(at + 1) }) };
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of the bundler, looked at by the callers
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Not JSON: the caller goes by its text, or says that it cannot tell.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
