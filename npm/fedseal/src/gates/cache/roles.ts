import { type CacheRole, type NameHash, nameHash } from "@fedseal/binding";
import type { SealedManifest } from "./sealed.js";

/** The role of a file in caching, and why. */
export interface FileRole {
  file: string;
  role: CacheRole;
  /** For messages: `the manifest`, `its name contains the xxhash64 of its content`. */
  why: string;
  /** A part of the name that looks like a hash and could not be verified. */
  unverified?: string;
  /** Whether its name had other content in the previous release. */
  reused?: boolean;
}

/** What is known beside the manifest. */
export interface RoleFacts {
  sealed: SealedManifest;
  /** The manifest of the release before. */
  previous?: SealedManifest;
  /** Pages, signatures and other files whose URL stays. */
  entries: readonly string[];
  tenantManifest: boolean;
}

/** The files that the gate looks at: entries first, then the closure, in the order of the manifest. */
export function filesOf({ sealed, entries }: RoleFacts): string[] {
  return [...new Set([sealed.file, ...sealed.remoteEntries, ...entries, ...sealed.closure.keys()])];
}

/**
 * The role of a file. `found` is the hash in its name, if any. A name that has a hash is one whose hash was made again from the
 * bytes, or that changed with the content since the previous release; how a name looks proves nothing.
 */
export function roleOf(file: string, found: NameHash | undefined, facts: RoleFacts): FileRole {
  const { sealed, previous, entries, tenantManifest } = facts;
  if (file === sealed.file) {
    return tenantManifest
      ? { file, role: "tenant-manifest", why: "the manifest, which depends on who asks" }
      : { file, role: "entry", why: "the manifest" };
  }
  if (entries.includes(file)) return { file, role: "entry", why: "its URL stays, and its content changes" };
  const isEntry = sealed.remoteEntries.includes(file);
  const now = sealed.closure.get(file);
  const before = previous?.closure.get(file);
  if (now !== undefined && before !== undefined && !sameSeal(now, before)) {
    const why = "its name had other content in the previous release";
    return { file, role: isEntry ? "entry" : "unhashed", why, reused: !isEntry };
  }
  if (found?.algorithm != null) {
    return { file, role: "hashed", why: `its name contains the ${found.algorithm} of its content` };
  }
  if (found && previous && schemesOf(sealed, previous).has(schemeOf(file, found.part))) {
    return { file, role: "hashed", why: "names of its kind changed with their content since the previous release" };
  }
  if (isEntry) return { file, role: "entry", why: "a remote entry" };
  if (found) {
    const why = `no hash of its content begins with "${found.part}", which is in its name`;
    return { file, role: "unhashed", why, unverified: found.part };
  }
  return { file, role: "unhashed", why: "its name contains no hash" };
}

/** Names of one kind: of one folder, with a part of one length that looks like a hash. A bundler makes them by one template. */
function schemeOf(file: string, part: string): string {
  return `${file.slice(0, file.lastIndexOf("/") + 1)}*${part.length}`;
}

const schemes = new WeakMap<SealedManifest, WeakMap<SealedManifest, Set<string>>>();

/**
 * Kinds of names of which at least one changed together with its content since the release before, and none kept its name with
 * other content.
 */
function schemesOf(sealed: SealedManifest, previous: SealedManifest): Set<string> {
  const known = schemes.get(sealed)?.get(previous);
  if (known) return known;
  const changing = new Set<string>();
  const constant = new Set<string>();
  // Old names by what is left of them without the part. A file that both releases have is another file, not this one's old name.
  const old = new Map<string, string[]>();
  for (const [name, seal] of previous.closure) {
    const part = sealed.closure.has(name) ? undefined : partOf(name);
    if (part !== undefined) old.set(templateOf(name, part), [...(old.get(templateOf(name, part)) ?? []), seal]);
  }
  for (const [file, seal] of sealed.closure) {
    const part = partOf(file);
    if (part === undefined) continue;
    const before = previous.closure.get(file);
    if (before !== undefined && !sameSeal(seal, before)) constant.add(schemeOf(file, part));
    const renamed = before === undefined && old.get(templateOf(file, part))?.some((other) => !sameSeal(seal, other));
    if (renamed) changing.add(schemeOf(file, part));
  }
  const found = new Set([...changing].filter((scheme) => !constant.has(scheme)));
  const own = schemes.get(sealed) ?? new WeakMap<SealedManifest, Set<string>>();
  schemes.set(sealed, own.set(previous, found));
  return found;
}

/** A name without its part that looks like a hash. */
function templateOf(name: string, part: string): string {
  const at = name.lastIndexOf(part);
  return `${name.slice(0, at)}*${part.length}*${name.slice(at + part.length)}`;
}

/** The part of a name that looks like a hash. */
function partOf(name: string): string | undefined {
  return nameHash(name, new Uint8Array())?.part;
}

/** Whether two seals stand for the same bytes; seals by different algorithms cannot be compared and count as the same. */
export function sameSeal(one: string, other: string): boolean {
  const algorithm = (seal: string) => seal.slice(0, seal.indexOf("-"));
  return one === other || algorithm(one) !== algorithm(other);
}
