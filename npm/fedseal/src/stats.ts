import { type Stats, statSync } from "node:fs";

/**
 * What is at a path; undefined where there is nothing. A path below a file has nothing either: Node's own
 * `throwIfNoEntry: false` throws for it.
 */
export function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
