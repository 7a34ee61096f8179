import { nameHash } from "@fedseal/binding";
import type { SealedFile, SealFacts } from "../check/facts.js";

/** How a file is loaded: it is the entry, an expose needs it at once, one loads it later, or no expose lists it. */
export type Load = "entry" | "sync" | "async" | "other";

/** What became of a file since the release before; `unknown` where the two seals cannot be compared. */
export type Change = "same" | "added" | "changed" | "removed" | "unknown";

/** A file of a release, or one that the release before had. */
export interface ReleaseFile extends SealedFile {
  load: Load;
  /** Missing where nothing is compared. */
  change?: Change;
  /** The name that it had, where only the hash in it is another one. */
  was?: string;
  /** Its size in the release before, in bytes. */
  before?: number;
}

/** What an expose loads. */
export interface ExposeLoad {
  path: string;
  sync: FileSum;
  async: FileSum;
}

/** Files and their bytes. */
export interface FileSum {
  files: string[];
  size: number;
}

/** A manifest with its files, and what changed. */
export interface Release {
  name: string;
  manifest: string;
  release?: string;
  isSealed: boolean;
  /** Sorted by name; files that are gone come last. */
  files: ReleaseFile[];
  /** Bytes of all files that are there. */
  size: number;
  /** Files whose size is not known. */
  unsized: number;
  exposes: ExposeLoad[];
  base?: { name: string; release?: string; size: number; counts: Record<Change, number> };
}

/** A manifest's files by how they are loaded and what changed. */
export function releaseOf({ files, entry, exposes, base, ...facts }: SealFacts): Release {
  const sizes = new Map(files.map(({ name, size }) => [name, size ?? 0]));
  const sync = new Set(exposes.flatMap((one) => one.sync));
  const later = new Set(exposes.flatMap((one) => one.async));
  const loadOf = (name: string): Load =>
    name === entry ? "entry" : sync.has(name) ? "sync" : later.has(name) ? "async" : "other";
  const all = files.map((file): ReleaseFile => ({ ...file, load: loadOf(file.name) }));
  const compared = base ? withChanges(all, base.files) : all;
  const sum = (names: string[]): FileSum => ({
    files: names,
    size: names.reduce((total, name) => total + (sizes.get(name) ?? 0), 0),
  });
  const release: Release = {
    ...facts,
    files: compared,
    size: total(files),
    unsized: files.filter(({ size }) => size === undefined).length,
    exposes: exposes.map(({ path, ...lists }) => ({ path, sync: sum(lists.sync), async: sum(lists.async) })),
  };
  if (!base) return release;
  const counts = { same: 0, added: 0, changed: 0, removed: 0, unknown: 0 };
  for (const { change } of compared) if (change) counts[change] += 1;
  const { name, release: id } = base;
  return { ...release, base: { name, ...(id !== undefined && { release: id }), size: total(base.files), counts } };
}

function total(files: readonly SealedFile[]): number {
  return files.reduce((all, { size = 0 }) => all + size, 0);
}

/** Bundlers put a hash into names: a file that left and one that came with the same rest of the name are one file that changed. */
function withChanges(files: readonly ReleaseFile[], before: readonly SealedFile[]): ReleaseFile[] {
  const old = new Map(before.map((file) => [file.name, file]));
  const now = new Set(files.map(({ name }) => name));
  const gone = before.filter(({ name }) => !now.has(name));
  const renamed = unique(gone);
  const arrived = unique(files.filter(({ name }) => !old.has(name)));
  const paired = new Set<string>();
  const changed = files.map((file): ReleaseFile => {
    const same = old.get(file.name);
    if (same) return { ...file, change: changeOf(file, same), ...(same.size !== undefined && { before: same.size }) };
    const template = templateOf(file.name);
    const other = template === undefined || !arrived.has(template) ? undefined : renamed.get(template);
    if (!other) return { ...file, change: "added" };
    paired.add(other.name);
    const sized = other.size !== undefined && { before: other.size };
    return { ...file, change: "changed", was: other.name, ...sized };
  });
  const removed = gone
    .filter(({ name }) => !paired.has(name))
    .map(({ name, size, seal }): ReleaseFile => {
      const kept = { ...(size !== undefined && { before: size }), ...(seal !== undefined && { seal }) };
      return { name, load: "other", change: "removed", ...kept };
    });
  return [...changed, ...removed];
}

function changeOf({ seal }: SealedFile, { seal: before }: SealedFile): Change {
  if (seal === undefined || before === undefined) return "unknown";
  if (seal === before) return "same";
  const algorithm = (one: string) => one.slice(0, one.indexOf("-"));
  return algorithm(seal) === algorithm(before) ? "changed" : "unknown";
}

/** Files by their names without hashes, as far as one file alone has such a name. */
function unique<T extends SealedFile>(files: readonly T[]): Map<string, T> {
  const found = new Map<string, T | undefined>();
  for (const file of files) {
    const template = templateOf(file.name);
    if (template !== undefined) found.set(template, found.has(template) ? undefined : file);
  }
  return new Map([...found].flatMap(([template, file]) => (file ? [[template, file] as const] : [])));
}

const NOTHING = new Uint8Array();

/** A name without the part that looks like a hash; undefined where there is none. */
function templateOf(name: string): string | undefined {
  const part = nameHash(name, NOTHING)?.part;
  if (part === undefined) return undefined;
  const at = name.lastIndexOf(part);
  // NUL is in no name.
  return `${name.slice(0, at)}\0${name.slice(at + part.length)}`;
}
