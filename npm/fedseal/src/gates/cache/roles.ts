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
  if (found && previous && changedWithContent(file, found.part, sealed, previous)) {
    return { file, role: "hashed", why: "its name changed with its content since the previous release" };
  }
  if (isEntry) return { file, role: "entry", why: "a remote entry" };
  if (found) {
    const why = `no hash of its content begins with "${found.part}", which is in its name`;
    return { file, role: "unhashed", why, unverified: found.part };
  }
  return { file, role: "unhashed", why: "its name contains no hash" };
}

/**
 * Whether the release before had this name with another hash in place of this one, and other content under it. A file that both
 * releases have is another file, not this one under an old name.
 */
function changedWithContent(file: string, part: string, sealed: SealedManifest, previous: SealedManifest): boolean {
  const seal = sealed.closure.get(file);
  if (seal === undefined) return false;
  const at = file.lastIndexOf(part);
  const [start, end] = [file.slice(0, at), file.slice(at + part.length)];
  for (const [name, before] of previous.closure) {
    const isRenamed = name.length === file.length && name.startsWith(start) && name.endsWith(end);
    if (!isRenamed || sealed.closure.has(name) || sameSeal(seal, before)) continue;
    if (nameHash(name, new Uint8Array())?.part === name.slice(at, at + part.length)) return true;
  }
  return false;
}

/** Whether two seals stand for the same bytes; seals by different algorithms cannot be compared and count as the same. */
export function sameSeal(one: string, other: string): boolean {
  const algorithm = (seal: string) => seal.slice(0, seal.indexOf("-"));
  return one === other || algorithm(one) !== algorithm(other);
}
