import type { Compilation, Compiler, Module } from "./bundler.js";
import { federationPlugins } from "./find-federation-plugins.js";

/** A remote: the name of its container, and what that exposes. */
export interface Exposing {
  name: unknown;
  exposes: Expose[];
}

/** `./Button`, and the module that shells get, as the configuration names it. */
export interface Expose {
  key: string;
  source: string;
}

/** The remotes of the configuration's own `plugins`: known at once, but presets may apply others, or change these. */
export function exposingInConfiguration(compiler: Compiler): Exposing[] {
  return federationPlugins(compiler)
    .map(({ options }) => ({ name: options.name, exposes: exposesOf(options.exposes) }))
    .filter(({ exposes }) => exposes.length > 0);
}

/** The remotes of a build, read from its modules, whoever applied Module Federation; undefined if a container has no known form. */
export function exposingInBuild({ entries }: Compilation, modules: Iterable<Module>): Exposing[] | undefined {
  const names = [...entries].filter(([, { dependencies }]) => dependencies.some(isContainer)).map(([name]) => name);
  if (names.length === 0) return [];
  // Several containers cannot be told apart by their modules; the caller needs one.
  const found = new Map<string, Expose[] | undefined>();
  for (const module of modules) {
    const identifier = module.identifier();
    if (identifier.startsWith("container entry ")) found.set(identifier, exposesIn(identifier));
  }
  const exposes = [...found.values()];
  if (exposes.length === 0 || exposes.includes(undefined)) return undefined;
  return names.map((name, index) => ({ name, exposes: exposes[index] ?? exposes[0] ?? [] }));
}

function isContainer({ type }: { type?: string }): boolean {
  return type === "container entry";
}

/** Both bundlers call it `container entry (<share scope>) <exposes as JSON>`; what may follow is the plugin's own. */
function exposesIn(identifier: string): Expose[] | undefined {
  const [, json] = /^container entry \(.*?\) (\[.*\])(?: |$)/s.exec(identifier) ?? [];
  if (json === undefined) return undefined;
  let list: unknown;
  try {
    list = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return exposesOf(Object.fromEntries(list as [string, unknown][]));
}

/** `exposes` of Module Federation, in all its forms. */
function exposesOf(option: unknown): Expose[] {
  const found: Expose[] = [];
  for (const item of Array.isArray(option) ? option : [option]) {
    if (typeof item === "string") found.push({ key: keyOf(item), source: item });
    if (typeof item !== "object" || item === null) continue;
    for (const [key, value] of Object.entries(item)) {
      const source = sourceOf(value);
      if (source !== undefined) found.push({ key: keyOf(key), source });
    }
  }
  return found;
}

function keyOf(name: string): string {
  return name.startsWith(".") ? name : `./${name}`;
}

/** Of several modules the last one is exposed; those before are run only. */
function sourceOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return sourceOf(value.at(-1));
  if (typeof value === "object" && value !== null) return sourceOf((value as { import?: unknown }).import);
  return undefined;
}
