import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { relativeTo } from "../locations.js";

/** Endings of a configuration. */
export const ENDINGS = ["json", "jsonc", "js", "mjs", "ts"] as const;

const NAMES = ENDINGS.map((ending) => `fedseal.config.${ending}`);

/**
 * The nearest configuration, from a folder upwards to the root of the repository; without a repository, in the folder only.
 * Nothing further up is executed: it belongs to somebody else.
 */
export function findConfig(from: string): { path?: string; diagnostics: Diagnostic[] } {
  for (const folder of foldersUpTo(from)) {
    // By listing, so that a name in another case is not taken on file systems that do not care.
    const listed = existsSync(folder) ? new Set(readdirSync(folder)) : new Set<string>();
    const [name, ...others] = NAMES.filter((one) => listed.has(one));
    if (name === undefined) continue;
    if (others.length === 0) return { path: join(folder, name), diagnostics: [] };
    const message = `${relativeTo(from, folder)} has several configurations: ${[name, ...others].join(", ")}`;
    return { diagnostics: [diagnostic("config/ambiguous", message, { file: relativeTo(from, join(folder, name)) })] };
  }
  return { diagnostics: [] };
}

/** The folder, and those above it up to the one with `.git`. */
function foldersUpTo(start: string): string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, ".git"))) return folders;
    if (folder === dirname(folder)) return [start];
  }
}
