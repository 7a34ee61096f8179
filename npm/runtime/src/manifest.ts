import { type FedsealError, fedsealError } from "./errors.js";
import type { IntegrityMode } from "./policy.js";
import { readIntegrity, tokenOf } from "./sri.js";

/** One asset reference: a path, or an object that may carry hashes. */
export type FederationManifestEntry =
  | string
  | { readonly path?: string; readonly name: string; readonly integrity?: string; readonly contentHash?: string };

/** The files of an expose or a shared package. */
export interface FederationManifestAssets {
  readonly js?: {
    readonly sync?: readonly FederationManifestEntry[];
    readonly async?: readonly FederationManifestEntry[];
  };
  readonly css?: {
    readonly sync?: readonly FederationManifestEntry[];
    readonly async?: readonly FederationManifestEntry[];
  };
}

/** Where a remote starts. */
export interface FederationManifestRemoteEntry {
  readonly name: string;
  readonly path?: string;
  readonly type?: string;
  readonly integrity?: string;
  readonly contentHash?: string;
}

/** `mf-manifest.json`, as far as a host reads it. docs/reference/manifest.md says the rest. */
export interface FederationManifest {
  readonly schemaVersion?: string;
  readonly id?: string;
  readonly name?: string;
  readonly release?: { readonly id?: string; readonly buildName?: string; readonly buildVersion?: string };
  readonly metaData: {
    readonly name?: string;
    readonly globalName?: string;
    readonly publicPath?: string;
    readonly ssrPublicPath?: string;
    readonly getPublicPath?: string;
    readonly remoteEntry?: FederationManifestRemoteEntry;
    readonly ssrRemoteEntry?: FederationManifestRemoteEntry;
    readonly [key: string]: unknown;
  };
  readonly exposes: readonly {
    readonly name?: string;
    readonly path?: string;
    readonly assets?: FederationManifestAssets;
  }[];
  readonly shared: readonly { readonly name?: string; readonly assets?: FederationManifestAssets }[];
  readonly preload?: unknown;
  /** The closure: every loadable file and its SRI token. */
  readonly integrity?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/** What a manifest says about one file, in one place. */
export interface Claim {
  /** Path below the public path. */
  file: string;
  /** Absolute, without query and fragment. */
  url: string;
  /** Whether it stands in the closure, which has no place for a `contentHash`. */
  closure: boolean;
  integrity?: unknown;
  contentHash?: unknown;
}

/**
 * Reads a manifest from the bytes that arrived.
 *
 * @throws ERR_FEDSEAL_MANIFEST_INVALID, ERR_FEDSEAL_SCHEMA_VERSION
 */
export function readManifest(bytes: BufferSource, url: string): FederationManifest {
  let manifest: FederationManifest | undefined;
  let cause: unknown;
  try {
    manifest = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (thrown) {
    cause = thrown;
  }
  if (!manifest?.metaData || !Array.isArray(manifest.exposes) || !Array.isArray(manifest.shared)) {
    throw fedsealError("ERR_FEDSEAL_MANIFEST_INVALID", url, "is no Module Federation manifest.", {}, cause);
  }
  const { schemaVersion } = manifest;
  if (schemaVersion !== undefined && !/^1\.\d+\.\d+$/.test(schemaVersion)) {
    throw fedsealError(
      "ERR_FEDSEAL_SCHEMA_VERSION",
      url,
      `has schema version ${schemaVersion}: update @fedseal/runtime.`,
    );
  }
  return manifest;
}

/** The URL that the manifest's files stand under, as the bundlers' runtimes glue it to a file's name. */
export function baseOf({ metaData }: FederationManifest, url: string, ssr = false): string {
  const path = (ssr && metaData.ssrPublicPath) || metaData.publicPath;
  return withoutQuery(new URL(!path || path === "auto" ? "." : path, withoutQuery(url)).href);
}

/**
 * What a manifest says about the files that a host loads.
 *
 * @throws ERR_FEDSEAL_METADATA_MALFORMED for what is no file and what is no list.
 */
export function claims(manifest: FederationManifest, url: string): Claim[] {
  const { metaData, exposes, shared, integrity } = manifest;
  const [base, ssrBase] = [baseOf(manifest, url), baseOf(manifest, url, true)];
  const found: Claim[] = [];
  const entry = (object: FederationManifestRemoteEntry | undefined, from: string) => {
    // A host's manifest has an entry without a name.
    if (!object || object.name === "") return;
    found.push(claimOf(object, from, url));
    if (found[0]?.file.includes(".json")) throw malformed(url, "its entry is a manifest");
  };
  entry(metaData.remoteEntry, base);
  entry(metaData.ssrRemoteEntry, ssrBase);
  for (const item of [...exposes, ...shared]) found.push(...claimsOf(item?.assets, base, url));
  for (const [name, token] of Object.entries(integrity ?? {})) {
    for (const from of new Set([base, ssrBase])) found.push(claimOf({ name, integrity: token }, from, url, true));
  }
  return found;
}

/** The entries of a group: a list of them, or lists by name, `{ js: { sync, async }, css }`. */
export function claimsOf(group: unknown, base: string, url: string): Claim[] {
  if (Array.isArray(group)) return group.map((entry) => claimOf(entry, base, url));
  if (isObject(group)) return Object.values(group).flatMap((value) => claimsOf(value, base, url));
  if (group === undefined || group === null) return [];
  throw malformed(url, `${JSON.stringify(group)} is no list of files`);
}

function claimOf(entry: unknown, base: string, url: string, closure = false): Claim {
  const file = fileOf(entry);
  if (file === undefined) throw malformed(url, `${JSON.stringify(entry)} is no file`);
  const { integrity, contentHash } = entry as Partial<Claim>;
  return { file, url: withoutQuery(base + file), closure, integrity, contentHash };
}

/** What may run, and what nothing vouches for. */
export interface Sealed {
  /** URL → SRI tokens that all have to match; the first is the strongest. */
  files: Map<string, string[]>;
  /** What the manifest leaves open; with none of these it is sealed. */
  gaps: FedsealError[];
}

/**
 * Which bytes a manifest allows, under a mode. Its entries and its closure have to agree.
 *
 * @throws ERR_FEDSEAL_METADATA_MALFORMED for a hash that is none, and for a manifest that contradicts itself.
 */
export function sealed(manifest: FederationManifest, url: string, mode: IntegrityMode = "prefer-integrity"): Sealed {
  const files = new Map<string, string[]>();
  const gaps: FedsealError[] = [];
  const gap = (message: string, at = url) => {
    gaps.push(fedsealError("ERR_FEDSEAL_UNSEALED", at, `${message}: seal the remote's build.`));
  };
  if (!isObject(manifest.integrity)) gap("has no `integrity`");
  if (manifest.metaData.getPublicPath !== undefined) gap("has `getPublicPath`, which is code");

  const byUrl = new Map<string, { strong: Set<string>; weak: Set<string>; listed: boolean }>();
  for (const claim of claims(manifest, url)) {
    const said = byUrl.get(claim.url) ?? { strong: new Set(), weak: new Set(), listed: false };
    byUrl.set(claim.url, said);
    const [integrity, contentHash] = [checkedIntegrity(claim, url), checkedContentHash(claim, url)];
    if (integrity) said.strong.add(integrity);
    if (contentHash) said.weak.add(contentHash);
    // The closure has no place for a contentHash: what stands there only is checked by its integrity in every mode.
    said.listed ||= !claim.closure;
  }
  for (const [file, { strong, weak, listed }] of byUrl) {
    const all = [...new Set([...strong, ...weak])];
    if (new Set(all.map((token) => token.slice(0, 6))).size < all.length) {
      throw malformed(url, `it gives ${file} two different hashes`);
    }
    const second = (listed && mode === "content-hash") || (strong.size === 0 && mode !== "integrity");
    let wanted = [...(second ? weak : strong)];
    if (listed && mode === "both") wanted = strong.size > 0 && weak.size > 0 ? all : [];
    // sha512 before sha384 before sha256.
    if (wanted[0]) files.set(file, wanted.sort().reverse());
    else gap(`has no hash in ${url}`, file);
  }
  return { files, gaps };
}

/** The token of a claim; nothing where there is none, or one of a hash function that nobody here can compute. */
export function checkedIntegrity({ file, integrity }: Claim, url: string): string | undefined {
  const read = integrity === undefined ? "unknown" : readIntegrity(integrity);
  if (read === "malformed") throw malformed(url, `the integrity of ${file} is ${JSON.stringify(integrity)}`);
  return read === "known" ? (integrity as string) : undefined;
}

/** The `contentHash` of a claim as an SRI token. */
export function checkedContentHash({ file, contentHash }: Claim, url: string): string | undefined {
  const token = tokenOf(contentHash);
  if (contentHash === undefined || token) return token;
  throw malformed(url, `the contentHash of ${file} is ${JSON.stringify(contentHash)}`);
}

/** What Module Federation's own runtime reads, as JSON: string entries, and the base that fedseal resolved. */
export function plain(manifest: FederationManifest, url: string): string {
  return JSON.stringify(manifest, function (this: unknown, key, value) {
    if (key === "publicPath" && (value === "auto" || value === "")) return baseOf(manifest, url);
    // Module Federation joins path and name in its own way, and takes what has .json in it for another manifest.
    if (/^(ssrR|r)emoteEntry$/.test(key) && value?.name) return { ...value, path: "", name: fileOf(value) };
    return Array.isArray(this) && (value?.integrity || value?.contentHash) ? fileOf(value) : value;
  });
}

/** In a page, addresses may be relative to it. */
export function absolute(url: string | URL): URL {
  return new URL(url, globalThis.document?.baseURI);
}

/** A URL by which files are known: servers and bundlers add queries to it. */
export function withoutQuery(url: string): string {
  const file = absolute(url);
  file.search = file.hash = "";
  return file.href;
}

/**
 * The same rules as the sealer's: a name relative to the output folder, which a bundler, a server, a browser and Node
 * take for the same file.
 */
function fileOf(entry: unknown): string | undefined {
  const { path, name } = (typeof entry === "string" ? { name: entry } : (entry ?? {})) as {
    path?: unknown;
    name?: unknown;
  };
  if (typeof name !== "string" || typeof (path ?? "") !== "string") return undefined;
  const parts = `${path ?? ""}/${name}`.split("/").filter((part) => part !== "" && part !== ".");
  const file = parts.join("/");
  const unsafe = name.startsWith("/") || parts.includes("..") || /[\\#?%\p{Cc}]|^\s|^[a-z][a-z0-9+.-]*:/iu.test(file);
  return file === "" || unsafe ? undefined : file;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function malformed(url: string, what: string): FedsealError {
  return fedsealError("ERR_FEDSEAL_METADATA_MALFORMED", url, `is not as it was sealed: ${what}.`);
}
