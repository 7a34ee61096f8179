import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, verifyFolder } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { COMPRESSIONS, holds } from "../plugin/compressed.js";
import { files, size } from "../summary.js";
import type { ExitCode } from "./main.js";
import { type Format, report } from "./output.js";

interface Options {
  manifest?: string;
  include: string[];
  exclude: string[];
  format: Format;
}

/** `fedseal verify <dir>` */
export function verify(dir: string, { format, ...options }: Options): Promise<ExitCode> {
  return report({ area: "integrity", dir, format }, async (progress) => {
    const start = performance.now();
    const verified = await verifyFolder(dir, options, progress);
    const { manifest } = verified;
    const diagnostics = verified.diagnostics.concat(await checkCopies(dir, verified.copies));
    const time = Math.max(1, Math.round(performance.now() - start));
    const summary = `fedseal: verified ${files(verified.files.length)} (${size(verified.bytes)}) in ${time} ms: all as sealed in ${join(dir, manifest ?? "")}`;
    return { diagnostics, summary };
  });
}

/** What a server sends in place of a file has to be that file. */
async function checkCopies(dir: string, copies: readonly string[]): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const copy of copies) {
    const way = COMPRESSIONS.find(({ ending }) => copy.endsWith(ending));
    if (!way) throw new Error(`${copy} is compressed in a way that fedseal does not know`);
    const name = copy.slice(0, -way.ending.length);
    const same = await holds(way, await readFile(join(dir, copy)), await readFile(join(dir, name)));
    const location = { file: copy };
    if (same === false) {
      found.push(diagnostic("integrity/stale-sibling", `${copy} does not hold what ${name} holds`, location));
    } else if (same === undefined) {
      const help = "Check with Node 22.15 or later, or delete the copy.";
      const message = `${copy} cannot be unpacked by this version of Node, so it was not checked`;
      found.push(diagnostic("file/unreadable", message, location, help));
    }
  }
  return found;
}
