import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, sealFolder, writeFile } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { COMPRESSIONS, holds } from "../plugin/compressed.js";
import { type Algorithm, type Entries, releaseOf } from "../plugin/options.js";
import { files, size } from "../summary.js";
import type { ExitCode } from "./main.js";
import { type Format, report } from "./output.js";

interface Options {
  manifest?: string;
  entries?: Entries;
  algorithm?: Algorithm;
  release?: string;
  include: string[];
  exclude: string[];
  format: Format;
}

/** `fedseal seal <dir>` */
export function seal(dir: string, { format, release, ...options }: Options): Promise<ExitCode> {
  return report({ area: "seal", dir, format }, async (progress) => {
    const start = performance.now();
    const sealed = await sealFolder(dir, { ...options, release: releaseOf(release, process.env) }, progress);
    const { manifest } = sealed;
    let { diagnostics } = sealed;
    if (manifest !== undefined && !diagnostics.some((one) => one.severity === "error")) {
      diagnostics = diagnostics.concat(await renewCopies(dir, manifest, sealed.copies));
    }
    const time = Math.max(1, Math.round(performance.now() - start));
    const unchanged = sealed.changed ? "" : " (already sealed, not changed)";
    const summary = `fedseal: sealed ${files(sealed.files)} (${size(sealed.bytes)}) in ${time} ms → ${join(dir, manifest ?? "")}${unchanged}`;
    return { diagnostics, summary };
  });
}

/** A server that prefers a compressed copy of the manifest must not serve the old one. */
async function renewCopies(dir: string, manifest: string, copies: readonly string[]): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const bytes = await readFile(join(dir, manifest));
  for (const way of COMPRESSIONS) {
    const copy = manifest + way.ending;
    if (!copies.includes(copy)) continue;
    const path = join(dir, copy);
    if ((await holds(way, await readFile(path), bytes)) === true) continue;
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
