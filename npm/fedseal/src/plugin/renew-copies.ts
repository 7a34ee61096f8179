import { join } from "node:path";
import { type Diagnostic, writeFile } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { readRegularFile } from "../regular-files.js";
import { COMPRESSIONS, holds } from "./compressed.js";

/** A server that prefers a compressed copy of the manifest must not serve the old one. */
export async function renewCopies(dir: string, manifest: string, copies: readonly string[]): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const bytes = readRegularFile(join(dir, manifest));
  for (const way of COMPRESSIONS) {
    const copy = manifest + way.ending;
    if (!copies.includes(copy)) continue;
    const path = join(dir, copy);
    if ((await holds(way, readRegularFile(path), bytes)) === true) continue;
    if (!way.compress) {
      const help = "Delete the copy, or compress the manifest again with the tool that made it.";
      const message = `${copy} cannot be renewed by this version of Node`;
      found.push(diagnostic("integrity/stale-sibling", message, { file: copy }, help));
      continue;
    }
    const failed = writeFile(path, await way.compress(bytes));
    if (failed) found.push(failed);
  }
  return found;
}
