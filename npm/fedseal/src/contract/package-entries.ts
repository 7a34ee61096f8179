import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

import ts = require("typescript");

/** What importers of an npm package can name, as TypeScript and Node resolve it. */
export interface PackageEntries {
  /** `.` or `./sub` → absolute path of its declarations, or of its source: all that `exports` and its patterns give, else the main module. */
  entries: Map<string, string>;
  /** The declarations of any subpath, whether it is among the entries or not. */
  resolve(subpath: string): string | undefined;
}

/** The fields of a package.json that say what can be imported. */
export interface ImportableManifest {
  name?: unknown;
  exports?: unknown;
}

const OPTIONS: ts.CompilerOptions = {
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  module: ts.ModuleKind.ESNext,
  allowArbitraryExtensions: true,
};

const TYPED = /\.[cm]?tsx?$/;

/** Reads what a package in a folder offers; without `exports` every file can be named, and only the main module is meant. */
export function packageEntries(root: string, { name, exports }: ImportableManifest): PackageEntries {
  const typed = resolverOf(root, typeof name === "string" && name !== "" ? name : "package");
  const isServed = servedBy(root, exports);
  const resolve = (subpath: string) => (isServed(subpath) ? typed(subpath) : undefined);
  const entries = new Map<string, string>();
  const add = (subpath: string) => {
    const found = resolve(subpath);
    if (found !== undefined) entries.set(subpath, found);
  };
  const keys = subpathsOf(exports);
  for (const key of keys ?? ["."]) if (!key.includes("*")) add(key);
  const patterns = (keys ?? []).filter((key) => key.includes("*"));
  if (patterns.length > 0) {
    const files = filesOf(root);
    for (const key of patterns) {
      const targets = targetsOf((exports as Record<string, unknown>)[key]);
      for (const subpath of expand(key, targets, files)) if (!entries.has(subpath)) add(subpath);
    }
  }
  return { entries, resolve };
}

/** The subpaths of `exports`; those of `"exports": "./index.js"` and of conditions alone are the main module. */
function subpathsOf(exports: unknown): string[] | undefined {
  if (typeof exports !== "object" || exports === null || Array.isArray(exports)) return undefined;
  const keys = Object.keys(exports);
  return keys.some((key) => key.startsWith(".")) ? keys.filter((key) => key.startsWith(".")) : undefined;
}

/** Every file that a value of `exports` can lead to, under any condition. Which one it is, the resolver says. */
function targetsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(targetsOf);
}

/** `./*` and the files that its targets match → each subpath that may be one. */
function expand(key: string, targets: readonly string[], files: readonly string[]): Set<string> {
  const found = new Set<string>();
  const existing = new Set(files);
  for (const target of targets) {
    if (!target.includes("*")) continue;
    for (const file of files) {
      for (const name of namesOf(file, target.endsWith("*") ? existing : undefined)) {
        const star = starOf(target, name);
        if (star !== undefined) found.add(key.replace("*", () => star));
      }
    }
  }
  return new Set([...found].sort());
}

/** What a pattern's star stands for in a name; a target may have the same star several times. */
function starOf(pattern: string, name: string): string | undefined {
  const [start = "", ...rest] = pattern.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (rest.length === 0) return undefined;
  return new RegExp(`^${start}(.+)${rest.join("\\1")}$`).exec(name)?.[1];
}

/**
 * What a target may call a file: `./a.js` is declared by `./a.d.ts`. Where the target leaves the ending to the importer,
 * only a file that there is `among` the package's counts, and nobody means the declaration itself.
 */
function namesOf(file: string, among: ReadonlySet<string> | undefined): string[] {
  const [, stem, letter = ""] = /^(.*?)(?:\.d)?\.([cm]?)tsx?$/.exec(file) ?? [];
  if (stem === undefined) return [file];
  const script = `${stem}.${letter}js`;
  if (!among) return [file, script, ...(letter === "" ? [`${stem}.jsx`] : [])];
  const found = [script, `${stem}.jsx`].filter((name) => among.has(name));
  return found.length > 0 ? found : [script];
}

/**
 * Whether a subpath that only a pattern matches leads to a file when it is loaded. TypeScript tries further conditions where
 * a file is missing, and finds declarations that nobody can import a value from; Node and bundlers do not.
 */
function servedBy(root: string, exports: unknown): (subpath: string) => boolean {
  const keys = subpathsOf(exports) ?? [];
  const values = exports as Record<string, unknown>;
  const exists = (target: string) => ts.sys.fileExists(join(root, target));
  const loadable = new Map<string, boolean>();
  return (subpath) => {
    const key = keys.includes(subpath) ? undefined : patternOf(subpath, keys);
    if (key === undefined) return true;
    let anything = loadable.get(key);
    if (anything === undefined) {
      // Declarations alone: nothing was built, or the pattern is there for types.
      const scripts = targetsOf(values[key]).filter((target) => !/\.d\.[cm]?ts$/.test(target));
      const files = filesOf(root);
      anything = scripts.some((target) =>
        files.some((file) => !TYPED.test(file) && starOf(target, file) !== undefined),
      );
      loadable.set(key, anything);
    }
    if (!anything) return true;
    const star = starOf(key, subpath) ?? "";
    return ["import", "require"].some((kind) => {
      const target = loaded(values[key], new Set([kind, "module", "browser", "node", "default"]));
      return typeof target === "string" && exists(target.replaceAll("*", () => star));
    });
  };
}

/** The pattern that counts for a subpath: the one with the longest start, as Node takes it. */
function patternOf(subpath: string, keys: readonly string[]): string | undefined {
  const matching = keys.filter((key) => starOf(key, subpath) !== undefined);
  return matching.sort((a, b) => b.indexOf("*") - a.indexOf("*") || b.length - a.length)[0];
}

/** The target that Node takes: the first condition that applies counts, whether its file is there or not. */
function loaded(target: unknown, conditions: ReadonlySet<string>): string | null | undefined {
  if (typeof target === "string" || target === null) return target;
  if (typeof target !== "object") return undefined;
  for (const [condition, value] of Object.entries(target)) {
    if (!Array.isArray(target) && !conditions.has(condition)) continue;
    const found = loaded(value, conditions);
    if (found !== undefined) return found;
  }
  return undefined;
}

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => name.split("\\").join("/"))
    .filter((name) => !name.split("/").includes("node_modules"))
    .map((name) => `./${name}`)
    .sort();
}

/** Resolves subpaths of a package as an importer does that has it in its `node_modules`. */
function resolverOf(root: string, name: string): (subpath: string) => string | undefined {
  const importer = "/.fedseal-importer";
  const installed = posix.join(importer, "node_modules", name);
  const real = (path: string) => (path.startsWith(`${installed}/`) ? join(root, path.slice(installed.length)) : path);
  const isAbove = (path: string) => installed === path || installed.startsWith(`${path}/`);
  const host: ts.ModuleResolutionHost = {
    fileExists: (path) => path.startsWith(`${installed}/`) && ts.sys.fileExists(real(path)),
    readFile: (path) => (path.startsWith(`${installed}/`) ? readFileSync(real(path), "utf8") : undefined),
    directoryExists: (path) =>
      isAbove(path) ||
      (path.startsWith(`${installed}/`) && existsSync(real(path)) && statSync(real(path)).isDirectory()),
  };
  const cache = ts.createModuleResolutionCache(importer, (path) => path, OPTIONS);
  return (subpath) => {
    const specifier = posix.join(name, subpath);
    const found = ts.resolveModuleName(specifier, `${importer}/importer.ts`, OPTIONS, host, cache).resolvedModule;
    return found && TYPED.test(found.resolvedFileName) ? real(found.resolvedFileName) : undefined;
  };
}
