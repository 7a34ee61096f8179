import { type FedsealError, fedsealError } from "./errors.js";
import type { IntegrityMode } from "./policy.js";
import { readIntegrity, tokenOf } from "./sri.js";
import type { Bytes } from "./web.js";

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
  /** Whether it is the entry that only servers load. */
  server?: boolean;
  integrity?: unknown;
  contentHash?: unknown;
}

/**
 * Reads a manifest from the bytes that arrived.
 *
 * @throws ERR_FEDSEAL_MANIFEST_INVALID, ERR_FEDSEAL_SCHEMA_VERSION
 */
export function readManifest(bytes: Bytes, url: string): FederationManifest {
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
  const path = (ssr && metaData.ssrPublicPath) || metaData.publicPath || "auto";
  return withoutQuery(new URL(path === "auto" ? "." : path, url).href);
}

/**
 * What a manifest says about the files that a host loads.
 *
 * @throws ERR_FEDSEAL_METADATA_MALFORMED for what is no file and what is no list.
 */
export function* claims(manifest: FederationManifest, url: string): Generator<Claim, void> {
  const { metaData, exposes, shared, integrity } = manifest;
  const bases = [false, true].map((ssr) => baseOf(manifest, url, ssr)) as [string, string];
  for (const [index, entry] of [metaData.remoteEntry, metaData.ssrRemoteEntry].entries()) {
    // A host's manifest has an entry without a name.
    if (!entry || entry.name === "") continue;
    const claim = claimOf(entry, bases[index] as string, url);
    if (claim.file.includes(".json")) throw malformed(url, "its entry is a manifest");
    claim.server = index > 0;
    yield claim;
  }
  for (const item of [...exposes, ...shared]) yield* claimsOf(item?.assets, bases[0], url);
  for (const [name, token] of Object.entries(integrity ?? {})) {
    for (const base of new Set(bases)) yield claimOf({ name, integrity: token }, base, url, true);
  }
}

/** The entries of a group: a list of them, or lists by name, `{ js: { sync, async }, css }`. */
export function* claimsOf(group: unknown, base: string, url: string): Generator<Claim, void> {
  if (Array.isArray(group)) for (const entry of group) yield claimOf(entry, base, url);
  else if (isObject(group)) for (const value of Object.values(group)) yield* claimsOf(value, base, url);
  // No list is no file either.
  else if (group !== undefined && group !== null) claimOf([group], base, url);
}

function claimOf(entry: unknown, base: string, url: string, closure = false): Claim {
  const file = fileOf(entry);
  if (file === undefined) throw malformed(url, `${JSON.stringify(entry)} is no file`);
  const { integrity, contentHash } = entry as Partial<Claim>;
  return { file, url: join(base, file), closure, integrity, contentHash };
}

/** What may run, and what nothing vouches for. */
export interface Sealed {
  /** URL → SRI tokens that all have to match; the first is the strongest. */
  files: Map<string, string[]>;
  /** What the manifest leaves open; with none of these it is sealed. */
  gaps: FedsealError[];
}

/** How many files a manifest may list, unless the host says so. */
const MOST_FILES = 50_000;
/** Steps of reading between two turns of the event loop: a few milliseconds. */
const SLICE = 4096;

/**
 * Which bytes a manifest allows, under a mode. Its entries and its closure have to agree. A large one is read in slices,
 * so that the page or server can do other things.
 *
 * @throws ERR_FEDSEAL_METADATA_MALFORMED for a hash that is none, and for a manifest that contradicts itself;
 * ERR_FEDSEAL_TOO_LARGE for more files than `maxFiles`.
 */
export async function sealed(
  manifest: FederationManifest,
  url: string,
  mode?: IntegrityMode,
  maxFiles = MOST_FILES,
): Promise<Sealed> {
  const files = new Map<string, string[]>();
  const gaps: FedsealError[] = [];
  const gap = (message: string, at = url) => {
    gaps.push(fedsealError("ERR_FEDSEAL_UNSEALED", at, `${message}: seal the remote's build.`));
  };
  if (!isObject(manifest.integrity)) gap("has no `integrity`");
  if (manifest.metaData.getPublicPath !== undefined) gap("has `getPublicPath`, which is code");

  const byUrl = new Map<string, Claim[]>();
  let steps = 0;
  for (const claim of claims(manifest, url)) {
    if (++steps % SLICE === 0) await turn();
    collect(byUrl, claim);
    if (byUrl.size > maxFiles) {
      throw fedsealError("ERR_FEDSEAL_TOO_LARGE", url, `has over ${maxFiles} files: \`maxFiles\`.`);
    }
  }
  for (const [file, claims] of byUrl) {
    if (++steps % SLICE === 0) await turn();
    const tokens = tokensOf(claims, url, mode);
    if (tokens[0]) files.set(file, tokens);
    // Vite names an entry for servers that its build for pages does not have. Pages never load it, and could not.
    else if (!globalThis.document || claims.some(({ server }) => !server)) gap(`has no hash in ${url}`, file);
  }
  return { files, gaps };
}

function turn(): Promise<void> {
  return new Promise((go) => setTimeout(go));
}

/** Adds a claim to those about the same URL. */
export function collect(byUrl: Map<string, Claim[]>, claim: Claim): void {
  const known = byUrl.get(claim.url);
  if (known) known.push(claim);
  else byUrl.set(claim.url, [claim]);
}

/**
 * The SRI tokens that a file has to match, the strongest first; none if the mode wants a hash that it does not have.
 *
 * @throws ERR_FEDSEAL_METADATA_MALFORMED
 */
export function tokensOf(claims: readonly Claim[], url: string, mode?: IntegrityMode): string[] {
  const said = (read: typeof checkedIntegrity) => [...new Set(claims.flatMap((claim) => read(claim, url) ?? []))];
  const [strong, weak] = [said(checkedIntegrity), said(checkedContentHash)];
  const all = [...new Set([...strong, ...weak])];
  if (new Set(all.map((token) => token.slice(0, 6))).size < all.length) {
    throw malformed(url, `it gives ${claims[0]?.url} two different hashes`);
  }
  // The closure comes last and has no place for a contentHash: what stands there only is checked by its integrity in
  // every mode.
  const listed = !claims[0]?.closure;
  const second = (listed && mode === "content-hash") || (!strong[0] && mode !== "integrity");
  let wanted = second ? weak : strong;
  if (listed && mode === "both") wanted = strong[0] && weak[0] ? all : [];
  // sha512 before sha384 before sha256.
  return wanted.sort().reverse();
}

/** The token of a claim; nothing where there is none, or one of a hash function that nobody here can compute. */
export function checkedIntegrity({ file, integrity }: Claim, url: string): string | undefined {
  const token = integrity === undefined ? "" : readIntegrity(integrity);
  if (token === undefined) throw malformed(url, `the integrity of ${file} is ${JSON.stringify(integrity)}`);
  return token || undefined;
}

/** The `contentHash` of a claim as an SRI token. */
export function checkedContentHash({ file, contentHash }: Claim, url: string): string | undefined {
  const token = tokenOf(contentHash);
  if (contentHash === undefined || token) return token;
  throw malformed(url, `the contentHash of ${file} is ${JSON.stringify(contentHash)}`);
}

/** What Module Federation's own runtime reads, as JSON: string entries, no closure, and the base that fedseal resolved. */
export function plain(manifest: FederationManifest, url: string): string {
  return JSON.stringify({ ...manifest, integrity: undefined }, function (this: unknown, key, value) {
    if (key === "publicPath" && (value === "auto" || value === "")) return baseOf(manifest, url);
    // Module Federation joins path and name in its own way, and takes what has .json in it for another manifest.
    if (/emoteEntry$/.test(key) && value?.name) return { ...value, path: "", name: fileOf(value) };
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

/** The URL of a file: as `withoutQuery`, which a plain path below a folder does not need, and which takes long. */
function join(base: string, file: string): string {
  return base.endsWith("/") && /^[\w./@~-]+$/.test(file) ? base + file : withoutQuery(base + file);
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
  if (typeof name !== "string" || typeof (path ?? "") !== "string" || name.startsWith("/")) return undefined;
  const parts = `${path ?? ""}/${name}`.split("/").filter((part) => part !== "" && part !== ".");
  const file = parts.join("/");
  return parts.includes("..") || /^$|[\\#?%\p{Cc}]|^\s|^[a-z][a-z0-9+.-]*:/iu.test(file) ? undefined : file;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function malformed(url: string, what: string, cause?: unknown): FedsealError {
  return fedsealError("ERR_FEDSEAL_METADATA_MALFORMED", url, `is not as it was sealed: ${what}.`, {}, cause);
}
