import { posix } from "node:path";
import type { Plan, PlannedFile } from "./plan.js";

/** A rule of a platform where later rules replace earlier ones: of one path, or of all files with an ending below a folder. */
export interface Rule {
  /** The path of a file; of a folder, with `/` at its end, where there is an ending. Decoded. */
  path: string;
  /** Without the dot. */
  ending?: string;
  planned: PlannedFile;
}

/** From so many files with one ending below one folder, they get a rule together: thousands of rules are none that a platform reads. */
const MANY = 10;

/**
 * The rules of a plan: first those of many files, then those of single files, which replace them. A rule of many files matches
 * nothing that is not in the plan.
 */
export function rulesOf({ files, others, base }: Plan): Rule[] {
  const many: Rule[] = [];
  const covered = new Map<PlannedFile, Rule>();
  for (const ending of new Set(files.map(({ path }) => endingOf(path)))) {
    if (ending === "") continue;
    const planned = files.filter(({ path }) => endingOf(path) === ending);
    const foreign = others.filter((file) => endingOf(file) === ending);
    for (const folder of foldersOf(planned, foreign)) {
      const below = planned.filter(({ file }) => file.startsWith(folder));
      const [most] = [...groupsOf(below)].sort(([, one], [, other]) => other.length - one.length);
      const [first] = most?.[1] ?? [];
      if (!first) continue;
      const rule = { path: base + folder, ending, planned: first };
      many.push(rule);
      for (const one of most?.[1] ?? []) covered.set(one, rule);
    }
  }
  return [...many, ...files.filter((one) => !covered.has(one)).map((one) => ({ path: one.path, planned: one }))];
}

/** The highest folders below which there are many of these files and no others. */
function foldersOf(planned: readonly PlannedFile[], foreign: readonly string[]): string[] {
  const all = planned.flatMap(({ file }) => parentsOf(file));
  const fit = [...new Set(all)].filter(
    (folder) =>
      planned.filter(({ file }) => file.startsWith(folder)).length >= MANY &&
      !foreign.some((file) => file.startsWith(folder)),
  );
  return fit.filter((folder) => !fit.some((other) => other !== folder && folder.startsWith(other))).sort();
}

/** The folders that a file is below, with `/` at their ends; the output folder is `""`. */
function parentsOf(file: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return ["", ...parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`)];
}

/** Files by what they get. */
function groupsOf(files: readonly PlannedFile[]): Map<string, PlannedFile[]> {
  const groups = new Map<string, PlannedFile[]>();
  for (const one of files) {
    const key = JSON.stringify([one.cacheControl, one.vary, one.type]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function endingOf(path: string): string {
  return posix.extname(path).slice(1);
}
