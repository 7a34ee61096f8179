import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { statsAt } from "../stats.js";

/** Folders whose files bundlers and frameworks copy into the output as they are. */
const STATIC = ["public", "static", "assets", "."];

/**
 * The file of the project that a file of an output folder is a copy of, else the file itself. A copy has the same name and the
 * same bytes, and stands in a usual folder between the output and `root`: findings belong to the file that people edit, which is
 * also the one that a commit holds. Paths are absolute.
 */
export function copiedFrom(path: string, output: string, root: string): string {
  // What is no file is said by who reads it.
  if (!statsAt(path)?.isFile()) return path;
  const bytes = readFileSync(path);
  const isSame = (one: string) => one !== path && statsAt(one)?.isFile() && readFileSync(one).equals(bytes);
  return originalsOf(path, output, root).find(isSame) ?? path;
}

/** Where the file that a file of an output folder is a copy of can be, the nearest place first; none of them has to exist. */
export function originalsOf(path: string, output: string, root: string): string[] {
  const name = basename(path);
  return foldersBetween(dirname(output), root).flatMap((folder) => STATIC.map((one) => join(folder, one, name)));
}

/** From the inner one to the outer one; none where the one is not inside of the other. */
function foldersBetween(inner: string, outer: string): string[] {
  const way = relative(outer, inner);
  if (way === ".." || way.startsWith(`..${sep}`)) return [];
  const depth = way === "" ? 0 : way.split(sep).length;
  return Array.from({ length: depth + 1 }, (_, up) => join(inner, ...Array<string>(up).fill("..")));
}
