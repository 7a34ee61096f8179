import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { COMPRESSIONS, type Compression, holds } from "../../plugin/compressed.js";
import { readRegularFile } from "../../regular-files.js";
import { statsAt } from "../../stats.js";
import { sameCode } from "./same-code.js";

/** A copy holds at most this many bytes when it is unpacked to say what it is a copy of. */
const LARGEST = 128 * 1024 * 1024;

/**
 * A server that sends a compressed copy in place of a file has to send that file. `copies` and `orphans` are names in `dir`: the file
 * of a copy is beside it, that of an orphan is not, and has to be one that the manifest names, wherever it is.
 */
export async function checkCopies(
  dir: string,
  copies: readonly string[],
  orphans: readonly string[],
  manifest?: string,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const closure = manifest !== undefined ? await closureOf(join(dir, manifest)) : {};
  for (const copy of copies) {
    const way = COMPRESSIONS.find(({ ending }) => copy.endsWith(ending));
    if (!way) throw new Error(`${copy} is compressed in a way that fedseal does not know`);
    const name = copy.slice(0, -way.ending.length);
    const bytes = readRegularFile(join(dir, copy));
    const file = readRegularFile(join(dir, name));
    const same = await holds(way, bytes, file);
    const location = { file: copy };
    if (same === false) {
      const why = await causeOf(way, bytes, file, closure[name]);
      found.push(diagnostic("integrity/stale-sibling", `${copy} does not hold what ${name} holds${why}`, location));
    } else if (same === undefined) {
      found.push(notUnpacked(copy));
    }
  }
  const sealed = new Set(Object.values(closure));
  for (const name of orphans) {
    const way = COMPRESSIONS.find(({ ending }) => name.endsWith(ending));
    if (!way?.decompress) {
      found.push(notUnpacked(name));
      continue;
    }
    const unpacked = await unpack(way, readRegularFile(join(dir, name)));
    const isSealed = unpacked && ALGORITHMS.some((algorithm) => sealed.has(sri(algorithm, unpacked)));
    // The manifest itself and its statistics are in no closure. What else lies beside it unlisted is a finding of its own.
    const own = join(dir, dirname(manifest ?? ""), basename(name.slice(0, -way.ending.length)));
    const isOwn = unpacked && statsAt(own)?.isFile() && readRegularFile(own).equals(unpacked);
    if (!isSealed && !isOwn) {
      const message = `${name} is a compressed copy of no file that the manifest names`;
      found.push(diagnostic("integrity/unlisted-file", message, { file: name }));
    }
  }
  return found;
}

const ALGORITHMS = ["sha256", "sha384", "sha512"] as const;

function sri(algorithm: string, bytes: Buffer): string {
  return `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
}

function notUnpacked(copy: string): Diagnostic {
  const help = "Check with Node 22.15 or later, or delete the copy.";
  const message = `${copy} cannot be unpacked by this version of Node, so it was not checked`;
  return diagnostic("file/unreadable", message, { file: copy }, help);
}

/** What a copy holds; undefined for one that is damaged, or holds more than any file. */
async function unpack(way: Compression, bytes: Buffer): Promise<Buffer | undefined> {
  try {
    return await way.decompress?.(bytes, LARGEST);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Which of the two is the sealed one, where the seal tells. */
async function causeOf(way: Compression, bytes: Buffer, file: Buffer, sealed: string | undefined): Promise<string> {
  const unpacked = await unpack(way, bytes);
  if (!unpacked) return `: it is not a ${way.ending} file, or cut off`;
  const [algorithm] = /^sha(?:256|384|512)(?=-)/.exec(sealed ?? "") ?? [];
  if (algorithm === undefined) return "";
  if (sri(algorithm, unpacked) !== sealed) return ": it is the copy of another build";
  // With the sealed bytes at hand, more can be told than from their hash.
  const code = await sameCode(unpacked, file);
  const how = code === undefined ? "changed" : code === "layout" ? "formatted or minified again" : "minified again";
  return `: the copy holds the sealed bytes, and the file was ${how} after it was compressed`;
}

/** The closure of a manifest that was read strictly before. */
async function closureOf(path: string): Promise<Record<string, string>> {
  try {
    const { integrity } = JSON.parse(readRegularFile(path).toString("utf8")) as { integrity?: Record<string, string> };
    return integrity ?? {};
  } catch (error) {
    // Its own finding says so.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
