import { type Dirent, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { statsAt } from "./stats.js";

/**
 * Reading of output folders and projects. Whoever opens a pipe waits until somebody writes to it, and a device may never end: only
 * regular files are opened, and links to them.
 */

/** The bytes of a file. What is neither a file nor a folder is refused as the operating system refuses: with `code` and `path`. */
export function readRegularFile(path: string): Buffer {
  const stats = statsAt(path);
  // A folder, and what is not there, are refused by the call itself.
  if (stats && !stats.isFile() && !stats.isDirectory()) {
    const message = "ENOTSUP: a pipe, socket or device is not read";
    throw Object.assign(new Error(message), { code: "ENOTSUP", syscall: "open", path });
  }
  return readFileSync(path);
}

/** Names of the regular files below a folder, with `/`, sorted. */
export async function regularFilesIn(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => isRegular(item))
    .map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join("/"))
    .sort();
}

/** Whether an item of a listing is a regular file, or a link to one. Only links cost a look. */
function isRegular(item: Dirent): boolean {
  return item.isFile() || (item.isSymbolicLink() && statsAt(join(item.parentPath, item.name))?.isFile() === true);
}
