import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { COMPRESSIONS, type Compression, holds } from "../../plugin/compressed.js";

/** A copy holds at most this many bytes when it is unpacked to say what it is a copy of. */
const LARGEST = 128 * 1024 * 1024;

/** A server that sends a compressed copy in place of a file has to send that file. `copies` are names in `dir`. */
export async function checkCopies(dir: string, copies: readonly string[], manifest?: string): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const closure = copies.length > 0 && manifest !== undefined ? await closureOf(join(dir, manifest)) : {};
  for (const copy of copies) {
    const way = COMPRESSIONS.find(({ ending }) => copy.endsWith(ending));
    if (!way) throw new Error(`${copy} is compressed in a way that fedseal does not know`);
    const name = copy.slice(0, -way.ending.length);
    const bytes = await readFile(join(dir, copy));
    const same = await holds(way, bytes, await readFile(join(dir, name)));
    const location = { file: copy };
    if (same === false) {
      const why = await causeOf(way, bytes, closure[name]);
      found.push(diagnostic("integrity/stale-sibling", `${copy} does not hold what ${name} holds${why}`, location));
    } else if (same === undefined) {
      const help = "Check with Node 22.15 or later, or delete the copy.";
      const message = `${copy} cannot be unpacked by this version of Node, so it was not checked`;
      found.push(diagnostic("file/unreadable", message, location, help));
    }
  }
  return found;
}

/** Which of the two is the sealed one, where the seal tells. */
async function causeOf(way: Compression, bytes: Buffer, sealed: string | undefined): Promise<string> {
  let unpacked: Buffer | undefined;
  try {
    unpacked = await way.decompress?.(bytes, LARGEST);
  } catch (error) {
    if (error instanceof Error) return `: it is not a ${way.ending} file, or cut off`;
    throw error;
  }
  const [, algorithm, hash] = /^(sha256|sha384|sha512)-(.+)$/.exec(sealed ?? "") ?? [];
  if (!unpacked || algorithm === undefined) return "";
  return createHash(algorithm).update(unpacked).digest("base64") === hash
    ? ": the copy holds the sealed bytes, and the file was changed after it was compressed"
    : ": it is the copy of another build";
}

/** The closure of a manifest that was read strictly before. */
async function closureOf(path: string): Promise<Record<string, string>> {
  try {
    const { integrity } = JSON.parse(await readFile(path, "utf8")) as { integrity?: Record<string, string> };
    return integrity ?? {};
  } catch (error) {
    // Its own finding says so.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
