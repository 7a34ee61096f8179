import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { type Diagnostic, writeFile } from "@fedseal/binding";
import type { Target } from "../check/area.js";
import type { CheckFormat } from "../check/formats/formats.js";
import { isReplaceable } from "../check/formats/recognize.js";
import { diagnostic } from "../diagnostics.js";
import { statsAt } from "../stats.js";

/** Files that reports are written to. */

/** Writes a report: a reader sees the old one or the new one. */
export function writeReport(file: string, text: string): Diagnostic | undefined {
  const path = resolve(file);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    // The write below says why there is no such folder.
    if (!(error instanceof Error)) throw error;
  }
  return writeFile(path, Buffer.from(`${text}\n`)) ?? undefined;
}

/** A report of a call, in a file. */
export interface Output {
  format: CheckFormat;
  file: string;
}

/** Files of a call that would overwrite each other, what is checked, or anything else that is no report. */
export function clashes(
  outputs: readonly Output[],
  { config, targets }: { config: string | undefined; targets: readonly Target[] },
): Diagnostic[] {
  const seen = new Set<string>();
  return outputs.flatMap(({ file, format }) => {
    const path = realPath(resolve(file));
    const why = seen.has(path)
      ? "two reports would be written to"
      : config !== undefined && path === realPath(config)
        ? "the report would replace the configuration"
        : targets.some((target) => target.kind === "folder" && isInside(realPath(target.path), path))
          ? "the report would become part of the output that is checked, as"
          : lostAt(path, format);
    seen.add(path);
    const help =
      "Give each report a file of its own, outside of the output folders. Only an earlier report is replaced.";
    return why === undefined ? [] : [diagnostic("options/invalid", `${why} ${file}`, undefined, help)];
  });
}

function isInside(folder: string, path: string): boolean {
  const name = relative(folder, path);
  return name === "" || !(name === ".." || name.startsWith(`..${sep}`) || isAbsolute(name));
}

/** What would be lost at a path; undefined where nothing would. */
function lostAt(path: string, format: CheckFormat): string | undefined {
  const stats = statsAt(path);
  if (!stats) return undefined;
  if (stats.isDirectory()) return "the report needs a file, and there is a folder";
  if (!stats.isFile()) return "the report needs a file, and there is a pipe, socket or device";
  return isReplaceable(readFileSync(path, "utf8"), format)
    ? undefined
    : `the report would replace a file that is no earlier ${format} report of fedseal:`;
}

/** A path without links, as far as it is there. A link to what is not there yet leads there all the same. */
function realPath(path: string, links = 0): string {
  if (existsSync(path)) return realpathSync(path);
  const folder = dirname(path);
  if (folder === path) return path;
  const here = join(realPath(folder, links), basename(path));
  // Links that lead to each other are refused by the write.
  if (links > MOST_LINKS || !lstatSync(here, { throwIfNoEntry: false })?.isSymbolicLink()) return here;
  return realPath(resolve(dirname(here), readlinkSync(here)), links + 1);
}

/** As in Linux. */
const MOST_LINKS = 40;
