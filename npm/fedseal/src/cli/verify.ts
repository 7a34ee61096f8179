import { type Diagnostic, verifyFolder } from "@fedseal/binding";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { COMPRESSIONS, holds } from "../compressed.js";
import { diagnostic } from "../diagnostics.js";
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
    const names = manifest === undefined ? [] : [manifest, ...verified.files];
    const diagnostics = [...verified.diagnostics, ...(await checkCompressed(dir, names))];
    const time = Math.max(1, Math.round(performance.now() - start));
    const summary = `fedseal: verified ${files(verified.files.length)} (${size(verified.bytes)}) in ${time} ms: all as sealed in ${join(dir, manifest ?? "")}`;
    return { diagnostics, summary };
  });
}

/** What a server sends in place of a file has to be that file. */
async function checkCompressed(dir: string, names: readonly string[]): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const name of names) {
    for (const way of COMPRESSIONS) {
      const copy = name + way.ending;
      if (!existsSync(join(dir, copy))) continue;
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
  }
  return found;
}
