import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

import ts = require("typescript");

import { statsAt } from "../../../stats.js";
import { LOCK } from "../lock.js";

/** TypeScript and JavaScript. */
export const SCRIPT = /\.([cm]?[jt]s|[jt]sx)$/;
/** Files with scripts in them. */
export const TEMPLATE = /\.(vue|svelte|astro|mdx?|html?)$/;
/** Files that may hold names of modules, as a table of routes does. */
const DATA = /\.(json|jsonc|json5)$/;

/** Sources of a shell: what was asked for → the files in it, absolute, in order. */
export type Sources = Map<string, string[]>;

/** Finds the files of folders, files and globs; a text says what is wrong. */
export function findSources(given: readonly string[]): Sources | string {
  const found: Sources = new Map();
  const base = projectOf(ownFolder(given));
  for (const one of given) {
    const path = resolve(one);
    const all = existsSync(path)
      ? statSync(path).isDirectory()
        ? folder(path)
        : [path]
      : // A glob as in a tsconfig's `include`.
        /[*?]/.test(one) &&
        ts.sys.readDirectory(process.cwd(), undefined, ["**/node_modules"], [one]).map((file) => resolve(file));
    if (all === false) return `${one} does not exist`;
    const sources = all.filter((file) => SCRIPT.test(file) || TEMPLATE.test(file) || DATA.test(file)).sort();
    if (!sources.some((file) => SCRIPT.test(file) || TEMPLATE.test(file))) {
      return `${one} holds no source (${all.length === 0 ? "it is empty" : `${all.length} files of other kinds`})`;
    }
    found.set(existsSync(path) ? relative(base, path).split(sep).join("/") || "." : one, sources);
  }
  return found;
}

/**
 * A folder of the shell's: the first one that is in the current project, which may be a workspace around it, or that is
 * named by its absolute path; else the current folder, as where only other packages' sources are named.
 */
function ownFolder(given: readonly string[]): string {
  const project = projectOf(process.cwd());
  const own = given
    .map((one) => resolve(one.split(/[*?]/, 1)[0] ?? one))
    .find((path) => {
      const inside = relative(project, path);
      return !inside.startsWith("..") && !isAbsolute(inside);
    });
  return own ?? given.find(isAbsolute) ?? process.cwd();
}

/** Scripts and templates below a folder. */
export function sourcesBelow(start: string): string[] {
  return folder(start).filter((file) => SCRIPT.test(file) || TEMPLATE.test(file));
}

/** Files below a folder. Links are followed, once; packages are not the shell's own. */
function folder(start: string): string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  const walk = (path: string) => {
    const real = realpathSync(path);
    if (seen.has(real)) return;
    seen.add(real);
    // The contract package names every module there is.
    if (existsSync(join(path, LOCK))) return;
    for (const item of readdirSync(path, { withFileTypes: true })) {
      const inner = join(path, item.name);
      const stats = item.isSymbolicLink() ? statsAt(inner) : item;
      if (stats?.isDirectory() && item.name !== "node_modules" && item.name !== ".git") walk(inner);
      else if (stats?.isFile()) files.push(inner);
    }
  };
  walk(start);
  return files;
}

/** The folder of the nearest package.json: names of folders in a lock start there, on whatever machine. */
export function projectOf(start: string): string {
  for (let path = start; ; path = dirname(path)) {
    if (existsSync(join(path, "package.json"))) return path;
    if (path === dirname(path)) return process.cwd();
  }
}
