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
  /** Where it stands, as people would look for it. */
  place: string;
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
  let manifest: FederationManifest;
  try {
    manifest = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw invalid(url, `is not JSON. A server that answers every path with its index page does that, too`, cause);
  }
  if (!isObject(manifest) || !isObject(manifest.metaData)) throw invalid(url, "has no `metaData`");
  if (!Array.isArray(manifest.exposes) || !Array.isArray(manifest.shared)) {
    throw invalid(url, "has no lists `exposes` and `shared`");
  }
  const { schemaVersion } = manifest;
  if (schemaVersion !== undefined && !/^1\.\d+\.\d+$/.test(String(schemaVersion))) {
    throw fedsealError(
      "ERR_FEDSEAL_SCHEMA_VERSION",
      `${url} has the schema version ${JSON.stringify(schemaVersion)}; this runtime reads 1.x.y. Update @fedseal/runtime in the host.`,
      { url },
    );
  }
  return manifest;
}

/** The URL that the manifest's files stand under, as the bundlers' runtimes put it before a file's name. */
export function baseOf({ metaData }: FederationManifest, url: string, ssr = false): string {
  const path = (ssr ? metaData.ssrPublicPath : undefined) ?? metaData.publicPath;
  return new URL(typeof path === "string" && path !== "auto" ? path : "", withoutQuery(url)).href.replace(
    /[^/]*$/,
    // Without a slash at its end, the runtimes glue it to the name all the same; with "" or auto, it is a folder.
    (last) => (typeof path === "string" && path !== "auto" && path !== "" ? last : ""),
  );
}

/** Everything that a manifest says about its files. */
export function claims(manifest: FederationManifest, url: string): Claim[] {
  const found: Claim[] = [];
  const base = baseOf(manifest, url);
  const ssrBase = baseOf(manifest, url, true);
  const { metaData, exposes, shared, preload, integrity } = manifest;

  const noFile = (entry: unknown, place: string) =>
    malformed(url, `${place} holds ${JSON.stringify(entry)?.slice(0, 80)}, which is no file of a build`);
  const add = (entry: unknown, place: string, from = base) => {
    const object = isObject(entry) ? entry : {};
    const file = typeof entry === "string" ? fileOf(entry) : fileOf(object);
    if (file === undefined) throw noFile(entry, place);
    const claim: Claim = { file, url: withoutQuery(from + file), place, closure: false };
    if (object.integrity !== undefined) claim.integrity = object.integrity;
    if (object.contentHash !== undefined) claim.contentHash = object.contentHash;
    found.push(claim);
  };

  for (const place of ["remoteEntry", "ssrRemoteEntry"] as const) {
    const entry = metaData[place];
    // A host's manifest has an entry without a name.
    if (isObject(entry) && entry.name !== "") add(entry, `metaData.${place}`, place === "remoteEntry" ? base : ssrBase);
  }
  const entries = (list: unknown, place: string) => {
    if (list === undefined || list === null) return;
    if (!Array.isArray(list)) throw malformed(url, `${place} is no list`);
    for (const entry of list) add(entry, place);
  };
  // A list of entries, or `{ sync, async }` with such lists.
  const group = (value: unknown, place: string) => {
    if (!isObject(value)) entries(value, place);
    else for (const [key, list] of Object.entries(value)) entries(list, `${place}.${key}`);
  };
  // Preload hints: groups under `js` and `css`, however deep they stand.
  const hints = (value: unknown, place: string) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      (key === "js" || key === "css" ? group : hints)(item, `${place}.${key}`);
    }
  };
  for (const [name, items] of Object.entries({ exposes, shared })) {
    items.forEach((item: unknown, index) => {
      if (!isObject(item)) throw malformed(url, `${name}[${index}] is no object`);
      const place = `${name}[${index}].assets`;
      if (isObject(item.assets))
        for (const [key, value] of Object.entries(item.assets)) group(value, `${place}.${key}`);
      hints(item.preload, `${name}[${index}].preload`);
    });
  }
  hints(preload, "preload");
  if (integrity !== undefined) {
    if (!isObject(integrity)) throw malformed(url, "`integrity` is no map of files");
    for (const [file, token] of Object.entries(integrity)) {
      if (fileOf(file) !== file) throw noFile(file, "integrity");
      for (const from of new Set([base, ssrBase])) {
        found.push({ file, url: withoutQuery(from + file), place: "integrity", closure: true, integrity: token });
      }
    }
  }
  return found;
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
  const gap = (message: string, at = url) =>
    gaps.push(
      fedsealError(
        "ERR_FEDSEAL_UNSEALED",
        `${message}. Seal the remote's build with fedseal, or look for who changed its manifest.`,
        {
          url: at,
        },
      ),
    );

  if (manifest.integrity === undefined)
    gap(`${url} has no closure (\`integrity\`): it does not say which files belong to it`);
  if (manifest.metaData.getPublicPath !== undefined) {
    gap(`${url} has \`metaData.getPublicPath\`, which is code that Module Federation runs and that nothing seals`);
  }

  const byUrl = new Map<string, Claim[]>();
  for (const claim of claims(manifest, url)) byUrl.set(claim.url, [...(byUrl.get(claim.url) ?? []), claim]);
  for (const [file, said] of byUrl) {
    const integrity = new Map<string, string>();
    let contentHash: string | undefined;
    for (const claim of said) {
      const strong = checkedIntegrity(claim, url);
      const weak = checkedContentHash(claim, url);
      for (const token of [strong, weak]) {
        const algorithm = token?.slice(0, 6) ?? "";
        const other = integrity.get(algorithm) ?? (algorithm === "sha256" ? contentHash : undefined);
        if (token !== undefined && other !== undefined && other !== token) {
          throw malformed(url, `it gives ${claim.file} two different hashes (${claim.place})`);
        }
      }
      if (strong !== undefined) integrity.set(strong.slice(0, 6), strong);
      contentHash ??= weak;
    }
    const listed = said.some((claim) => !claim.closure);
    const strong = [...integrity.values()].sort().reverse();
    const weak = contentHash === undefined ? [] : [contentHash];
    const tokens = {
      "prefer-integrity": strong.length > 0 ? strong : weak,
      integrity: strong,
      "content-hash": listed ? weak : strong,
      both: listed && weak.length === 0 ? [] : strong.length > 0 ? [...strong, ...weak] : [],
    }[mode];
    if (tokens.length > 0) files.set(file, tokens);
    else
      gap(
        `${url} says nothing that fedseal can check about ${said[0]?.file} (${said[0]?.place}, mode "${mode}")`,
        file,
      );
  }
  return { files, gaps };
}

/** The token of a claim; nothing where there is none, or one of a hash function that nobody here can compute. */
export function checkedIntegrity({ integrity, file, place }: Claim, url: string): string | undefined {
  if (integrity === undefined) return undefined;
  const read = readIntegrity(integrity);
  if (read === "malformed")
    throw malformed(url, `the \`integrity\` of ${file} (${place}) is ${JSON.stringify(integrity)}`);
  return read === "unknown" ? undefined : (integrity as string);
}

/** The `contentHash` of a claim as an SRI token. */
export function checkedContentHash({ contentHash, file, place }: Claim, url: string): string | undefined {
  if (contentHash === undefined) return undefined;
  const token = tokenOf(contentHash);
  if (!token) throw malformed(url, `the \`contentHash\` of ${file} (${place}) is ${JSON.stringify(contentHash)}`);
  return token;
}

/** What Module Federation's own runtime reads: string entries, and the base that fedseal resolved. */
export function plain(manifest: FederationManifest, url: string): FederationManifest {
  const texts = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((entry) => (isObject(entry) ? fileOf(entry) : entry));
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, texts(item)])) : value;
  };
  const list = <T extends { readonly assets?: FederationManifestAssets }>(items: readonly T[]) =>
    items.map((item) => ({ ...item, assets: texts(item.assets) as FederationManifestAssets }));
  const { exposes, shared, metaData } = manifest;
  const relative = metaData.publicPath === "auto" || metaData.publicPath === "";
  return {
    ...manifest,
    exposes: list(exposes),
    shared: list(shared),
    metaData: relative ? { ...metaData, publicPath: baseOf(manifest, url) } : metaData,
  };
}

/** A URL by which files are known: servers and bundlers add queries to it. */
export function withoutQuery(url: string, base?: string): string {
  const { origin, protocol, host, pathname } = new URL(url, base);
  return `${origin === "null" ? `${protocol}//${host}` : origin}${pathname}`;
}

/**
 * The same rules as the sealer's: a name relative to the output folder, which a bundler, a server, a browser and Node
 * take for the same file.
 */
function fileOf(entry: string | Record<string, unknown>): string | undefined {
  const { path, name } = typeof entry === "string" ? { path: "", name: entry } : entry;
  if (typeof name !== "string" || (typeof path !== "string" && path !== undefined && path !== null)) return undefined;
  const folder = (path ?? "").replace(/^\/+/, "");
  const parts = `${folder}/${name}`.split("/").filter((part) => part !== "" && part !== ".");
  const file = parts.join("/");
  const unsafe = name.startsWith("/") || parts.includes("..") || /[\\#?%\p{Cc}]|^[a-z][a-z0-9+.-]*:/iu.test(file);
  return file === "" || unsafe ? undefined : file;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(url: string, what: string, cause?: unknown) {
  return fedsealError(
    "ERR_FEDSEAL_MANIFEST_INVALID",
    `${url} ${what}: it is not a Module Federation manifest.`,
    { url },
    cause,
  );
}

function malformed(url: string, what: string, cause?: unknown) {
  return fedsealError(
    "ERR_FEDSEAL_METADATA_MALFORMED",
    `${url} cannot be trusted: ${what}. fedseal does not write such a manifest; somebody or something changed it.`,
    { url },
    cause,
  );
}
