import { createHash } from "node:crypto";
import { readdirSync, realpathSync, type Stats } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { digestFiles } from "@fedseal/binding";
import { statsAt } from "../../stats.js";

/** What a run of tsc depended on, taken from what it printed with `--listFiles` and `--traceResolution`. */
export interface TscInputs {
  /** The files of its program. */
  read: string[];
  /** Every path that it read, found or looked for in vain. */
  named: string[];
}

/**
 * The paths in the output of tsc. No word of it matters: a line that is a path is a file of the program, and a path in
 * quotes is one that a module could have been, whether it was there or not. `work` is the folder of the run.
 */
export function inputsIn(output: string, work: string): TscInputs {
  const read = new Set(output.split(/\r?\n/).filter((line) => /^(?:[A-Za-z]:)?\/.*\.\w+$/.test(line)));
  const named = new Set(read);
  const own = work.split(sep).join("/");
  for (const [, path = ""] of output.matchAll(/'((?:[A-Za-z]:)?\/[^'\n]*)'/g)) {
    if (path === own || path.startsWith(`${own}/`)) continue;
    named.add(path);
    // Of a folder that is not there tsc says nothing: only that there is no file of that name, either.
    named.add(path.replace(/(?:\.d)?\.(?:[cm]?[jt]sx?|json)$/, ""));
  }
  // Nor does it say which files it would have looked for in a folder that is not there.
  for (const [, name = "", from = ""] of output.matchAll(/'(\.\.?\/[^'\n]*)' [^'\n]*'((?:[A-Za-z]:)?\/[^'\n]*)'/g)) {
    const folder = posix.dirname(from);
    for (let path = posix.join(folder, name); !folder.startsWith(path); path = posix.dirname(path)) named.add(path);
  }
  return { read: [...read], named: [...named].sort() };
}

/**
 * What there is at each path: nothing, a folder, or a file with its hash, and where it really lies if there are links in
 * its path. Undefined if a file cannot be read, or is newer than `before`: nobody knows which of its texts was read.
 */
export async function statesOf(paths: readonly string[], before?: number): Promise<string[] | undefined> {
  const states: string[] = [];
  const files: number[] = [];
  for (const [index, path] of paths.entries()) {
    // Many thousand paths of a large project, on the thread that the bundler needs as well.
    if (index % 500 === 499) await breathe();
    const found = statsAt(path);
    const real = found && realpathSync.native(path).split(sep).join("/");
    const link = real === undefined || real === path ? "" : ` > ${real}`;
    states.push(found ? `folder${link}` : "nothing");
    if (!found?.isFile()) continue;
    if (before !== undefined && changedAt(found) >= before) return undefined;
    states[index] = link;
    files.push(index);
  }
  const names = files.map((index) => paths[index] ?? "");
  const wanted = names.map(() => ({ contentHash: true }));
  const { files: hashed, diagnostics } = await digestFiles("/", names, wanted);
  if (diagnostics.length > 0) return undefined;
  for (const [place, { digest }] of hashed.entries()) {
    const index = files[place] ?? 0;
    states[index] = `${digest.contentHash}${states[index]}`;
  }
  return states;
}

/** A copy may keep the time of its original; its inode does not. */
function changedAt({ mtimeMs, ctimeMs }: Stats): number {
  return Math.max(mtimeMs, ctimeMs);
}

/** Where names alone decide what is read: not only what is there, but what else may come. */
export interface Places {
  /** Patterns of declaration files, absolute. */
  include: readonly string[];
  /** Folders of types that are read without being named. */
  typeRoots: readonly string[];
}

/** The hash of all names that decide which further files are read; `named`: the paths that tsc named. */
export async function namesAt({ include, typeRoots }: Places, named: readonly string[]): Promise<string> {
  const found: string[] = [];
  const bases = include.map((pattern) => {
    const wild = pattern.search(/[*?]/);
    return wild === -1 ? pattern : pattern.slice(0, pattern.lastIndexOf("/", wild) + 1);
  });
  const seen = new Set<string>();
  for (const base of new Set(bases)) await walk(base, seen, found);
  const folders = new Set(named.flatMap(packageFolders));
  for (const folder of [...folders, ...typeRoots]) {
    for (const name of namesIn(folder)) {
      found.push(`${folder}/${name}`);
      if (name.startsWith("@"))
        for (const inner of namesIn(join(folder, name))) found.push(`${folder}/${name}/${inner}`);
    }
  }
  return createHash("sha256").update(found.sort().join("\n")).digest("hex");
}

/** Links are followed, as tsc does it. Folders of packages hold no declarations of the project. */
async function walk(path: string, seen: Set<string>, found: string[]): Promise<void> {
  const is = statsAt(path);
  if (is?.isFile() && /\.d\.[cm]?ts$/.test(path)) found.push(path);
  if (!is?.isDirectory()) return;
  const real = await realpath(path);
  if (seen.has(real)) return;
  seen.add(real);
  for (const item of await readdir(path, { withFileTypes: true })) {
    if (item.name === "node_modules" || item.name === ".git") continue;
    const inside = join(path, item.name);
    if (item.isDirectory() || item.isSymbolicLink()) await walk(inside, seen, found);
    else if (/\.d\.[cm]?ts$/.test(item.name)) found.push(inside);
  }
}

/** Every `node_modules` in which a module of this path looks for packages. */
function packageFolders(path: string): string[] {
  const found: string[] = [];
  for (let folder = posix.dirname(path); folder !== posix.dirname(folder); folder = posix.dirname(folder)) {
    found.push(folder.endsWith("/node_modules") ? folder : `${folder}/node_modules`);
  }
  return found;
}

/** Empty where there is no such folder. Tools keep their own files under names with a dot. */
function namesIn(folder: string): string[] {
  const isFolder = statsAt(folder)?.isDirectory();
  return isFolder ? readdirSync(folder).filter((name) => !name.startsWith(".")) : [];
}
