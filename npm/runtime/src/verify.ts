import { type FedsealError, fedsealError, isFedsealError } from "./errors.js";
import { type FetchOptions, initFor, request } from "./fetch-with-retry.js";
import {
  absolute,
  baseOf,
  type Claim,
  checkedContentHash,
  checkedIntegrity,
  claims,
  claimsOf,
  type FederationManifest,
} from "./manifest.js";
import { type IntegrityMode, originAllowed } from "./policy.js";
import { differs, digest, hexOf } from "./sri.js";

/** Options of {@link verifyFederationManifestAssets}. */
export interface VerifyFederationManifestAssetsOptions extends FetchOptions {
  /** Which hash of an entry is checked. Default: `prefer-integrity`. */
  integrity?: { mode?: IntegrityMode };
  /** Fail for entries that have no hash at all. Default: `false`, which skips them. */
  requireIntegrity?: boolean;
  /** Files in flight at a time. Default: 6. */
  concurrency?: number;
}

/** What was checked, and what was not. */
export interface VerifyFederationManifestAssetsResult {
  /** Files whose bytes are the sealed ones, in the order of the manifest. */
  verified: { url: string; file: string; bytes: number; verifiedWith: ("integrity" | "contentHash")[] }[];
  /** Files that nothing says anything about; empty with `requireIntegrity`. */
  skipped: { url: string; file: string }[];
}

/** One file: what its entries and the closure say. */
interface Wanted {
  url: string;
  file: string;
  integrity: string[];
  contentHash: string[];
}

/**
 * Fetches every file that a manifest names, each once, and compares it with the hashes that the mode asks for:
 * remoteEntry, ssrRemoteEntry, exposes, shared, preload, and the closure. A check of what a server serves now, for
 * pipelines and monitors; a page is protected by the plugin, which checks the bytes that run.
 *
 * @throws the first failure, with all of them in `errors`: ERR_FEDSEAL_INTEGRITY_MISMATCH, _CONTENT_HASH_MISMATCH,
 * _METADATA_MISSING, _METADATA_MALFORMED, _FETCH, _TIMEOUT, _TOO_LARGE, _ORIGIN, _REDIRECT; or the reason of `signal`.
 */
export async function verifyFederationManifestAssets(
  manifestUrl: string | URL,
  manifest: FederationManifest,
  options: VerifyFederationManifestAssetsOptions = {},
): Promise<VerifyFederationManifestAssetsResult> {
  const { integrity: { mode = "prefer-integrity" } = {}, requireIntegrity = false, concurrency = 6, ...rest } = options;
  if (!["prefer-integrity", "integrity", "content-hash", "both"].includes(mode)) {
    throw fedsealError(
      "ERR_FEDSEAL_OPTIONS",
      undefined,
      `${JSON.stringify(mode)} is no mode: "prefer-integrity", "integrity", "content-hash" or "both".`,
    );
  }
  const url = absolute(manifestUrl).href;
  const failures = new Map<string, FedsealError>();
  const { wanted, skipped } = plan(manifest, url, mode, requireIntegrity, (at, error) =>
    failures.set(at, failures.get(at) ?? error),
  );
  const verified = new Map<string, VerifyFederationManifestAssetsResult["verified"][number]>();

  let next = 0;
  const worker = async () => {
    for (let one = wanted[next++]; one; one = wanted[next++]) {
      const result = await check(one, url, rest);
      if (result instanceof Error) failures.set(one.url, failures.get(one.url) ?? result);
      else verified.set(one.url, result);
    }
  };
  if (!(concurrency >= 1)) throw fedsealError("ERR_FEDSEAL_OPTIONS", undefined, "`concurrency` has to be 1 or more.");
  await Promise.all(Array.from({ length: Math.min(concurrency, wanted.length) }, worker));

  const all = [...new Set([...wanted.map((one) => one.url), ...failures.keys()])];
  const errors = all.map((at) => failures.get(at)).filter((error) => error !== undefined);
  // Not enumerable: the first of them is the error itself, and somebody will want to send it as JSON.
  if (errors[0]) throw Object.defineProperty(errors[0], "errors", { value: errors });
  return { verified: all.map((at) => verified.get(at)).filter((one) => one !== undefined), skipped };
}

function plan(
  manifest: FederationManifest,
  url: string,
  mode: IntegrityMode,
  requireIntegrity: boolean,
  fail: (at: string, error: FedsealError) => void,
) {
  const byUrl = new Map<string, Wanted & { entry: boolean }>();
  for (const claim of [...claims(manifest, url), ...hints(manifest, url)]) {
    const { url: at, file, closure } = claim;
    const wanted = byUrl.get(at) ?? { url: at, file, integrity: [], contentHash: [], entry: false };
    byUrl.set(at, wanted);
    wanted.entry ||= !closure;
    try {
      // The closure has no place for a contentHash: it is checked in every mode.
      const { integrity, contentHash } = closure
        ? { integrity: strong(claim, url), contentHash: undefined }
        : ask(claim, url, mode);
      if (integrity !== undefined && !wanted.integrity.includes(integrity)) wanted.integrity.push(integrity);
      if (contentHash !== undefined && !wanted.contentHash.includes(contentHash)) wanted.contentHash.push(contentHash);
    } catch (thrown) {
      if (!isFedsealError(thrown)) throw thrown;
      fail(at, thrown);
    }
  }
  const empty = ({ integrity, contentHash }: Wanted) => integrity.length + contentHash.length === 0;
  const skipped = [...byUrl.values()].filter(empty).map(({ url: at, file }) => ({ url: at, file }));
  if (requireIntegrity) {
    for (const { url: at } of skipped.splice(0)) {
      fail(at, missing(at, `has neither \`integrity\` nor \`contentHash\`, and \`requireIntegrity\` is set`));
    }
  }
  return { wanted: [...byUrl.values()].filter((one) => !empty(one)), skipped };
}

/** Preload hints: groups under `js` and `css`, however deep they stand. A host does not load them by themselves. */
function hints(manifest: FederationManifest, url: string): Claim[] {
  const base = baseOf(manifest, url);
  const below = (value: unknown): Claim[] =>
    typeof value !== "object" || value === null
      ? []
      : Object.entries(value).flatMap(([key, item]) =>
          key === "js" || key === "css" ? [...claimsOf(item, base, url)] : below(item),
        );
  const items = [...manifest.exposes, ...manifest.shared] as { preload?: unknown }[];
  return below([manifest.preload, ...items.map((item) => item?.preload)]);
}

/** What an entry has to be compared with, by the table of docs/reference/runtime.md. */
function ask(
  claim: Claim,
  manifest: string,
  mode: IntegrityMode,
): { integrity?: string | undefined; contentHash?: string | undefined } {
  const integrity = strong(claim, manifest);
  const contentHash = checkedContentHash(claim, manifest);
  if (integrity === undefined && contentHash === undefined) return {};
  if (mode === "prefer-integrity") return integrity === undefined ? { contentHash } : { integrity };
  const lacks = (name: string) => missing(claim.url, `has no \`${name}\`, which the mode "${mode}" needs`);
  if (mode !== "content-hash" && integrity === undefined) throw lacks("integrity");
  if (mode !== "integrity" && contentHash === undefined) throw lacks("contentHash");
  return { ...(mode !== "content-hash" && { integrity }), ...(mode !== "integrity" && { contentHash }) };
}

/** A token of an unknown hash function is no protection, and no reason to skip a file. */
function strong(claim: Claim, manifest: string): string | undefined {
  const token = checkedIntegrity(claim, manifest);
  if (token === undefined && claim.integrity !== undefined) {
    throw fedsealError(
      "ERR_FEDSEAL_METADATA_MALFORMED",
      claim.url,
      `has an \`integrity\` of a hash function that nobody can check: ${JSON.stringify(claim.integrity)}. sha256, sha384 and sha512 are known.`,
    );
  }
  return token;
}

async function check(
  { url, file, integrity, contentHash }: Wanted,
  manifest: string,
  options: FetchOptions,
): Promise<FedsealError | VerifyFederationManifestAssetsResult["verified"][number]> {
  const { fetchInit = {}, timeout = 30_000, maxBytes = 256 * 1024 * 1024 } = options;
  try {
    if (!originAllowed(url, options.origins)) {
      return fedsealError("ERR_FEDSEAL_ORIGIN", url, "is on an origin that `origins` does not hold.");
    }
    const { bytes } = await request(url, {
      ...options,
      timeout,
      maxBytes,
      fetchInit: initFor(url, manifest, fetchInit),
    });
    for (const expected of integrity) {
      const actual = await digest(bytes, expected);
      if (actual !== expected) return differs(url, expected, actual);
    }
    for (const token of contentHash) {
      const [expected, actual] = [hexOf(token), hexOf(await digest(bytes, token))];
      if (actual !== expected) {
        return fedsealError(
          "ERR_FEDSEAL_CONTENT_HASH_MISMATCH",
          url,
          `is not the file that was sealed: the \`contentHash\` in its manifest is ${expected}, its own is ${actual}. Deploy files and manifest from one build.`,
          { expected, actual },
        );
      }
    }
    const verifiedWith = [integrity.length > 0 && "integrity", contentHash.length > 0 && "contentHash"].filter(
      (one): one is "integrity" | "contentHash" => one !== false,
    );
    return { url, file, bytes: bytes.length, verifiedWith };
  } catch (thrown) {
    if (isFedsealError(thrown)) return thrown;
    throw thrown;
  }
}

function missing(url: string, what: string): FedsealError {
  return fedsealError("ERR_FEDSEAL_METADATA_MISSING", url, `${what}. Seal the remote's build with fedseal.`);
}
