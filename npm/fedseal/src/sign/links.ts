import { lstatSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";

/** A carrier that is a link out of its folder: what is there is not what is deployed, and is somebody else's file. */
export function linkOutside(dir: string, file: string): Diagnostic | undefined {
  const path = join(dir, file);
  if (!isLink(path)) return undefined;
  const target = targetOf(path);
  if (target?.startsWith(realpathSync(dir) + sep)) return undefined;
  return diagnostic("file/symlink-outside", `${file} links to a place outside the folder`, { file });
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Where a link leads; nothing where it leads nowhere. */
function targetOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}
