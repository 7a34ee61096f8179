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
  const name = basename(path);
  const bytes = readFileSync(path);
  for (const folder of foldersBetween(dirname(output), root)) {
    const same = STATIC.map((one) => join(folder, one, name)).find(
      (one) => one !== path && statsAt(one)?.isFile() && readFileSync(one).equals(bytes),
    );
    if (same !== undefined) return same;
  }
  return path;
}

/** From the inner one to the outer one; none where the one is not inside of the other. */
function foldersBetween(inner: string, outer: string): string[] {
  const way = relative(outer, inner);
  if (way === ".." || way.startsWith(`..${sep}`)) return [];
  const depth = way === "" ? 0 : way.split(sep).length;
  return Array.from({ length: depth + 1 }, (_, up) => join(inner, ...Array<string>(up).fill("..")));
}
