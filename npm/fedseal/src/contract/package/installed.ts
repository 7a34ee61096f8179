import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { PACKAGE } from "../names.js";
import { LOCK } from "./lock.js";

/** A package's name where Node looks for it: `…/node_modules/@platform/mfe-contracts`. */
const INSTALLED = /^(.*)[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)$/;

/** The installed contract package of that name, as Node finds it from a folder: links are followed. */
export function installed(name: string, from: string): string | undefined {
  try {
    return dirname(createRequire(join(from, "package.json")).resolve(`${name}/package.json`));
  } catch (error) {
    const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
    // The second one is a package of that name that is not a contract package.
    if (code === "MODULE_NOT_FOUND" || code === "ERR_PACKAGE_PATH_NOT_EXPORTED") return undefined;
    throw error;
  }
}

/** The contract packages that a project has: those of its package.json and of the ones above, and the usual one. Sorted. */
export function contractPackages(root: string): string[] {
  const names = new Set([PACKAGE]);
  for (let folder = root; ; folder = dirname(folder)) {
    for (const name of dependenciesOf(join(folder, "package.json"))) names.add(name);
    if (folder === dirname(folder)) break;
  }
  const found = [...names].flatMap((name) => installed(name, root) ?? []).filter((dir) => existsSync(join(dir, LOCK)));
  return [...new Set(found)].sort();
}

function dependenciesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  let manifest: Record<string, unknown> | null;
  try {
    manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown> | null;
  } catch (error) {
    // It is said where the version is read; here nothing is taken from it.
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
  const lists = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
  return lists.flatMap((one) => Object.keys(manifest?.[one] ?? {})).filter((name) => name !== "");
}

/**
 * The folder of a contract package by its path. In a workspace the package is often installed further up than a path into
 * `node_modules` says; that one counts, and not a folder that would hide it.
 */
export function folderAt(given: string): string {
  const path = resolve(given);
  const [, above, inside] = INSTALLED.exec(path) ?? [];
  if (above === undefined || inside === undefined || existsSync(join(path, LOCK))) return path;
  const found = installed(inside.replaceAll("\\", "/"), above);
  return found !== undefined && existsSync(join(found, LOCK)) ? found : path;
}
