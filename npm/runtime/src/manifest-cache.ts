import { fedsealError, isFedsealError } from "./errors.js";
import { type FetchOptions, request } from "./fetch-with-retry.js";
import { absolute, type FederationManifest } from "./manifest.js";
import type { Names } from "./page-registry.js";
import { type Read, readFrom, requireChecks, type SignatureChecks } from "./signed.js";

/** Whose signature is wanted. */
export interface SignedOptions {
  /** From `checkSignatures` of `@fedseal/runtime/signature`. Default: none. */
  signature?: SignatureChecks;
  /** The name that the manifest is signed as. With `signature`, it has to be there. */
  remote?: string;
}

/** Options of {@link fetchFederationManifest}. */
export interface ManifestFetchOptions extends FetchOptions, SignedOptions {
  /** Milliseconds for which a manifest is served again without a request. Default: 0, which shares running requests only. */
  cacheTtl?: number;
  /** `false` neither reads nor writes the cache. Default: `true`. */
  cache?: boolean;
  /** Asks again although a cached manifest is fresh. Default: `false`. */
  force?: boolean;
  /**
   * Milliseconds beyond `cacheTtl` for which a cached manifest is served when the server cannot be reached (RFC 5861,
   * section 4). What arrived and was refused is no reason to serve it. Default: 0.
   */
  staleIfError?: number;
}

interface Cached extends Read {
  at: number;
}

const cached = new Map<string, Cached>();
const running = new Map<string, Promise<Cached>>();
const MOST_CACHED = 500;

/**
 * Fetches a manifest and reads it strictly. The same object is given to everyone who asks with the same URL, headers,
 * credentials, `fetch` and policy, and to nobody else; it is frozen.
 *
 * @throws ERR_FEDSEAL_FETCH, _TIMEOUT, _TOO_LARGE, _ORIGIN, _REDIRECT, _MANIFEST_INVALID, _SCHEMA_VERSION, or the reason
 * of `signal`; with `signature`, ERR_FEDSEAL_SIGNATURE_*, and _OPTIONS without `remote`.
 */
export async function fetchFederationManifest(
  manifestUrl: string | URL,
  options: ManifestFetchOptions = {},
): Promise<FederationManifest> {
  return (await fetchManifest(manifestUrl, options)).manifest;
}

/** The manifest and the URL that it came from after redirects. `names` are those that the caller has for the remote. */
export async function fetchManifest(
  manifestUrl: string | URL,
  options: ManifestFetchOptions,
  names: Names = [options.remote],
): Promise<Cached> {
  const { signal, cache = true, cacheTtl = 0, force = false, staleIfError = 0, ...rest } = options;
  signal?.throwIfAborted();
  requireChecks(rest.signature);
  const url = absolute(manifestUrl).href;
  if (rest.signature && names[0] === undefined) {
    throw fedsealError("ERR_FEDSEAL_OPTIONS", url, "is to be signed, and `remote` does not say as which remote.");
  }
  const check = rest.signature?.(names);
  const load = (own?: AbortSignal) =>
    readFrom(url, { ...rest, signal: own } as FetchOptions, request, check).then(keep);
  if (!cache) return load(signal);

  const key = keyOf(url, rest, check && [check.mark, names]);
  const held = cached.get(key);
  // What was let in then need not be let in now.
  const known = check?.refusal(held, true) ? undefined : held;
  const age = known ? Date.now() - known.at : Number.POSITIVE_INFINITY;
  if (known && !force && age < cacheTtl) return known;
  let loading = running.get(key);
  if (!loading) {
    // Without the caller's signal: others may wait for the same answer.
    loading = load().then((loaded) => {
      cached.delete(key);
      if (cacheTtl > 0 || staleIfError > 0) cached.set(key, loaded);
      const oldest = cached.size > MOST_CACHED ? cached.keys().next().value : undefined;
      if (oldest !== undefined) cached.delete(oldest);
      return loaded;
    });
    running.set(key, loading);
    const done = () => running.delete(key);
    loading.then(done, done);
  }
  try {
    return await untilAborted(loading, signal);
  } catch (thrown) {
    const unreachable = isFedsealError(thrown, "ERR_FEDSEAL_TIMEOUT") || isFedsealError(thrown, "ERR_FEDSEAL_FETCH");
    const status = unreachable ? (thrown as { status?: number }).status : undefined;
    if (known && unreachable && (status === undefined || status >= 500) && age < cacheTtl + staleIfError) return known;
    throw thrown;
  }
}

function keep({ manifest, url }: Read): Cached {
  return { manifest: freeze(manifest), url, at: Date.now() };
}

/** Everything that may change the answer, or who may see it. */
function keyOf(url: string, options: FetchOptions, signed: unknown): string {
  const { fetch: own, fetchInit = {}, origins, redirect, maxBytes } = options;
  const { headers, signal: _, ...rest } = fetchInit;
  const sent = [...new Headers(headers)].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    url,
    sent,
    Object.entries(rest)
      .sort()
      .map(([name, value]) => [name, identity(value)]),
    identity(own),
    origins,
    redirect,
    maxBytes,
    signed,
  ]);
}

const identities = new WeakMap<object, number>();
let nextIdentity = 0;

/** A name for a value that JSON does not tell apart from others. */
function identity(value: unknown): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return value;
  let known = identities.get(value);
  if (known === undefined) {
    known = nextIdentity++;
    identities.set(value, known);
  }
  return { identity: known };
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) freeze(item);
    Object.freeze(value);
  }
  return value;
}
