import { type FedsealError, fedsealError } from "./errors.js";
import type { Fetched, FetchLimits } from "./fetch-once.js";
import { type FederationManifest, readManifest } from "./manifest.js";
import type { Names } from "./page-registry.js";

/** Fetches bytes within limits. */
export type Load = (url: string, limits: FetchLimits) => Promise<Fetched>;

/** A manifest, and the URL that it came from. */
export interface Read {
  manifest: FederationManifest;
  url: string;
}

/**
 * Says what a host wants of the signature of a remote that it calls so; nothing where it wants none. `floor` is what the
 * page's first host wants, which counts as well. Made by `checkSignatures` of `@fedseal/runtime/signature`, so that hosts
 * without signatures load nothing of it.
 */
export type SignatureChecks = (names: Names, floor?: SignatureChecks) => SignatureCheck | undefined;

/** What a host wants of one remote's signature. */
export interface SignatureCheck {
  /** Whether nothing is loaded without one. */
  readonly required: boolean;
  /** The same text for checks that are passed by the same manifests. */
  readonly mark: string;
  /**
   * Fetches a manifest and its signature, and reads the manifest once it is verified. `got` is a manifest that is there
   * already.
   *
   * @throws ERR_FEDSEAL_SIGNATURE_*, and what fetching and reading a manifest throws
   */
  read(url: string, limits: FetchLimits, load: Load, got?: Promise<Fetched>): Promise<Read>;
  /**
   * Why a manifest that was read before may not be used: it came without this check, or from another URL. `again` holds it
   * to time and floors of now, too, as a manifest from a cache has to be. Of none there is nothing to say.
   */
  refusal(read: Read | undefined, again?: boolean): FedsealError | undefined;
}

/** @throws ERR_FEDSEAL_OPTIONS for what is no check: null, or the options that `checkSignatures` would make one of. */
export function requireChecks(signature: unknown): void {
  if (signature === undefined || typeof signature === "function") return;
  throw fedsealError("ERR_FEDSEAL_OPTIONS", undefined, "`signature` is no check.");
}

/** Fetches a manifest once and reads it, after its signature was verified where one is wanted. */
export async function readFrom(
  url: string,
  limits: FetchLimits,
  load: Load,
  check?: SignatureCheck,
  got?: Promise<Fetched>,
): Promise<Read> {
  if (check) return check.read(url, limits, load, got);
  const { bytes, url: at } = await (got ?? load(url, limits));
  return { manifest: readManifest(bytes, at), url: at };
}
