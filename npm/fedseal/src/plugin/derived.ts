import { posix } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { bareDigest, type DigestText, digestTexts, isDigest } from "../gates/federation/digests.js";
import { checkPrecache, precached } from "../gates/federation/service-worker.js";
import type { AssetInfo, Compilation } from "./bundler.js";
import { COMPRESSIONS, type Compression, holds } from "./compressed.js";
import type { Files } from "./files.js";
import { bytesOf } from "./output.js";

/** A file that is made of others: of the sealed manifests, or of a file that is made of them. */
export interface Derived {
  name: string;
  /** What it is made of. */
  from: string[];
  /** Its bytes, of those of `from` as they are now; undefined where this Node cannot make them. */
  make(bytes: ReadonlyMap<string, Buffer>): Promise<Buffer | undefined>;
}

/** A manifest with the bytes it had at some time before it was sealed; the last ones are those of now. */
export interface Unsealed {
  name: string;
  versions: readonly Buffer[];
}

/**
 * The assets that were made of the manifests as they were before sealing, in the order in which they have to be made again.
 * `sealedOf` says which assets the manifests name: what holds a hash of a manifest cannot be hashed in it.
 */
export async function findDerived(
  compilation: Compilation,
  files: Files,
  manifests: readonly Unsealed[],
  sealedOf: (names: string[]) => ReadonlySet<string>,
): Promise<{ derived: Derived[]; diagnostics: Diagnostic[] }> {
  const now = ({ name }: { name: string }): Unsealed => ({ name, versions: [bytesOf(compilation, name)] });
  // What is made of a manifest may itself be copied, or its hash be listed: until nothing more is found.
  for (let sources = manifests; ; ) {
    const { derived: texts, diagnostics } = textsOf(compilation, files, manifests, sources, sealedOf);
    const known = new Set([...manifests, ...texts].map(({ name }) => name));
    const copies: Derived[] = [];
    for (const { name, versions } of [...manifests, ...texts.map(now)]) {
      for (const copy of await copiesOf(compilation, files.all, name, versions)) {
        if (!known.has(copy.name)) copies.push(copy);
        known.add(copy.name);
      }
    }
    const found = [...texts, ...copies];
    if (manifests.length + found.length === sources.length) {
      const sealed = copies.length > 0 ? sealedOf(copies.map(({ name }) => name)) : new Set();
      const wrong = copies.filter(({ name }) => sealed.has(name));
      diagnostics.push(...wrong.map(({ name, from }) => circular(name, from, "is a copy of")));
      return { derived: inOrder(found), diagnostics };
    }
    sources = [...manifests, ...found.map(now)];
  }
}

/** Each after what it is made of. */
function inOrder(found: readonly Derived[]): Derived[] {
  const left = new Map(found.map((one) => [one.name, one]));
  const ordered: Derived[] = [];
  while (left.size > 0) {
    const isNext = ({ from }: Derived) => !from.some((name) => left.has(name));
    // No hash can be in what it is the hash of: there is no circle.
    const next = [...left.values()].find(isNext) ?? [...left.values()][0];
    if (next) ordered.push(next);
    left.delete(next?.name ?? "");
  }
  return ordered;
}

/** The compressed copies of a file, whatever they are called: servers pick them by the ending, others by a list. */
async function copiesOf(
  compilation: Compilation,
  names: readonly string[],
  file: string,
  versions: readonly Buffer[],
): Promise<Derived[]> {
  const related = relatedOf(compilation.getAsset(file)?.info);
  const all = new Set(names);
  const found: Derived[] = [];
  for (const name of names) {
    if (name === file) continue;
    const isLikely = related.has(name) || isCalledLike(name, file);
    if (!isLikely && !isOfUnknown(name, all)) continue;
    const way = COMPRESSIONS.find(({ ending }) => name.endsWith(ending));
    // What lies beside it and is not a copy of it yet would be served in its place all the same.
    const beside = way !== undefined && name === file + way.ending;
    const copied = beside ? way : await wayOf(bytesOf(compilation, name), versions, isLikely);
    if (copied) found.push(copyOf(name, file, copied));
  }
  return found;
}

function copyOf(name: string, file: string, way: Compression | "as it is"): Derived {
  return {
    name,
    from: [file],
    async make(bytes) {
      const plain = bytes.get(file);
      // Rather none than a stale one: servers then send the file itself.
      return plain && (way === "as it is" ? plain : way.compress?.(plain));
    },
  };
}

/** How `bytes` were made of one of the versions. Of an unlikely copy only its mark and its length are looked at first. */
async function wayOf(
  bytes: Buffer,
  versions: readonly Buffer[],
  isLikely: boolean,
): Promise<Compression | "as it is" | undefined> {
  if (versions.some((version) => version.equals(bytes))) return "as it is";
  for (const way of COMPRESSIONS) {
    if (!way.is(bytes)) continue;
    for (const version of versions) {
      if (!isLikely && way.lengthIn?.(bytes) !== version.length) continue;
      if (await holds(way, bytes, version)) return way;
    }
  }
  return undefined;
}

/** Copies are called after their file, with its ending or without: `mf-manifest.json.gz`, `mf-manifest.packed`. */
function isCalledLike(name: string, file: string): boolean {
  const [base, own] = [posix.basename(name), posix.basename(file)];
  return base.includes(own) || base.startsWith(`${own.slice(0, -posix.extname(own).length || undefined)}.`);
}

/** Endings of what nobody calls a copy of something else: looking into every asset takes its time. */
const PLAIN =
  /\.(?:[mc]?js|css|map|json|wasm|html?|txt|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|pdf)$/i;

/** Bundlers forget which file a copy was made of. What has the name of a file of this build before its ending is that file's. */
function isOfUnknown(name: string, all: ReadonlySet<string>): boolean {
  return !PLAIN.test(name) && !all.has(name.slice(0, -posix.extname(name).length || undefined));
}

/** Compression plugins note here what they made of a file: one name or several for each kind. */
function relatedOf(info: AssetInfo | undefined): Set<string> {
  return new Set(Object.values(info?.related ?? {}).flat());
}

/** Texts that are copies of the manifests, or hold hashes of `sources`; code of the app is too early to hold any. */
function textsOf(
  compilation: Compilation,
  files: Files,
  manifests: readonly Unsealed[],
  sources: readonly Unsealed[],
  sealedOf: (names: string[]) => ReadonlySet<string>,
): { derived: Derived[]; diagnostics: Diagnostic[] } {
  const derived: Derived[] = [];
  const diagnostics: Diagnostic[] = [];
  const isManifest = new Set(manifests.map(({ name }) => name));
  // Chunks without the bundler's runtime are older than any manifest; one with it may be a service worker.
  const mayHold = (name: string) => isText(name) && !files.isOfPlainChunk(name) && !isManifest.has(name);
  const candidates = files.all.filter(mayHold).sort();
  const olds = candidates.length > 0 ? sources.map(({ name, versions }) => ({ name, rows: rowsOf(versions) })) : [];
  let sealed: ReadonlySet<string> | undefined;
  const isSealed = (name: string) => {
    sealed ??= sealedOf(candidates);
    return sealed.has(name);
  };
  for (const name of candidates) {
    const bytes = bytesOf(compilation, name);
    const original = manifests.find(({ versions }) => versions.some((version) => version.equals(bytes)));
    if (original) {
      if (isSealed(name)) diagnostics.push(circular(name, [original.name], "is a copy of"));
      else derived.push(copyOf(name, original.name, "as it is"));
      continue;
    }
    const text = bytes.toString();
    const mayPrecache = /\.[mc]?js$/.test(name);
    const listing: string[] = [];
    const held = olds.flatMap(({ name: manifest, rows }) => {
      if (manifest === name) return [];
      const listed = mayPrecache ? precached(name, text, manifest) : [];
      if (listed.length > 0 && isManifest.has(manifest)) listing.push(manifest);
      const revisions = listed.map(({ revision }) => revision ?? "");
      return heldIn(text, rows, revisions).map((one) => ({ manifest, ...one }));
    });
    // What holds a hash of the manifest and is hashed in it, and a revision that is no hash of any manifest of this build,
    // cannot be made again.
    const precache = listing.flatMap((manifest) => {
      const known = isSealed(name) ? [] : olds.flatMap(({ rows }) => rows.map((row) => row.text));
      return checkPrecache(name, text, manifest, known);
    });
    if (precache.length > 0) {
      diagnostics.push(...precache);
    } else if (held.length > 0) {
      const from = [...new Set(held.map(({ manifest }) => manifest))];
      if (isSealed(name)) diagnostics.push(circular(name, from));
      else if (held.some(({ rows }) => rows.length > 1)) diagnostics.push(unclear(name, from));
      else derived.push({ name, from, make: async (made) => renewed(bytes, held, made) });
    }
  }
  return { derived, diagnostics };
}

/** What a text holds: a hash, or its beginning, and how it may have been made. */
interface Held {
  text: string;
  rows: DigestText[];
}

function rowsOf(versions: readonly Buffer[]): DigestText[] {
  return versions.flatMap(digestTexts);
}

/** `revisions` stand in a list for this manifest, and may be the beginning of a hash. */
function heldIn(text: string, rows: readonly DigestText[], revisions: readonly string[]): Held[] {
  const found = new Map<string, DigestText[]>();
  const hold = (written: string, row: DigestText) => found.set(written, [...(found.get(written) ?? []), row]);
  for (const row of rows) {
    const written = [row.text, row.encoding === "hex" ? row.text.toUpperCase() : row.text];
    const whole = [...new Set(written)].filter((one) => text.includes(one));
    const begun = revisions.filter((one) => isDigest(one, [row.text])).map(bareDigest);
    for (const one of new Set([...whole, ...begun])) hold(one, row);
  }
  return [...found].map(([written, all]) => ({ text: written, rows: sortedOut(text, written, all) }));
}

/** The same text in two alphabets is in the one that the place asks for: SRI strings are plain Base64. */
function sortedOut(text: string, written: string, rows: DigestText[]): DigestText[] {
  const kinds = new Map(rows.map((row) => [`${row.algorithm} ${row.encoding}`, row]));
  if (kinds.size < 2) return [...kinds.values()].slice(0, 1);
  const [row] = [...kinds.values()].filter(({ encoding }) => encoding === "base64");
  const isSri =
    row &&
    text
      .split(written)
      .slice(0, -1)
      .every((before) => before.endsWith(`${row.algorithm}-`));
  return isSri ? [row] : [...kinds.values()];
}

/** A file of any encoding that has ASCII in it: what is not a hash keeps its bytes. */
function renewed(
  bytes: Buffer,
  held: readonly (Held & { manifest: string })[],
  made: ReadonlyMap<string, Buffer>,
): Buffer {
  let out = bytes.toString("latin1");
  for (const { manifest, text: old, rows } of held) {
    const sealed = made.get(manifest);
    // A copy that cannot be made here is not in the output any more, and its hash means nothing.
    if (!sealed) continue;
    const row = digestTexts(sealed).find((one) => isSameKind(one, rows[0]));
    if (!row) throw new Error(`no hash was made of ${manifest}`);
    const written = row.text.slice(0, old.length);
    out = out.replaceAll(old, row.encoding === "hex" && old === old.toUpperCase() ? written.toUpperCase() : written);
  }
  return Buffer.from(out, "latin1");
}

function isSameKind(a: DigestText, b: DigestText | undefined): boolean {
  return a.algorithm === b?.algorithm && a.encoding === b.encoding;
}

function circular(name: string, manifests: readonly string[], how = "holds a hash of"): Diagnostic {
  const list = manifests.join(" and ");
  const message = `${name} ${how} ${list} from before it was sealed, and ${list} holds the hash of ${name}: neither can be made last`;
  const help = `Leave ${list} out of ${name}. Or, where no remote loads ${name}, keep it out of the closure with \`exclude: [${JSON.stringify(name)}]\`: then it is made again of the sealed manifest.`;
  return diagnostic("federation/stale-manifest-digest", message, { file: name }, help);
}

function unclear(name: string, manifests: readonly string[]): Diagnostic {
  const message = `${name} holds a hash of ${manifests.join(" and ")} from before it was sealed, in Base64 of which nobody can tell the alphabet`;
  return diagnostic("federation/stale-manifest-digest", message, { file: name });
}

/** Lists of files, and pages that name them. Source maps hold sources, not hashes of assets. */
function isText(name: string): boolean {
  return /\.(?:[mc]?js|json|html?|txt|webmanifest|xml|ya?ml)$/.test(name);
}

/** Makes them, in their order, of what is in `made`, and puts them there. Returns the names of those that cannot be made here. */
export async function makeAll(derived: readonly Derived[], made: Map<string, Buffer>): Promise<string[]> {
  const unmade: string[] = [];
  for (const { name, make } of derived) {
    const bytes = await make(made);
    if (bytes) made.set(name, bytes);
    else unmade.push(name);
  }
  return unmade;
}
