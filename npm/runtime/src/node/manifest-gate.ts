import { fedsealError } from "../errors.js";
import type { FetchOptions } from "../fetch-with-retry.js";
import { baseOf, claims, type FederationManifest } from "../manifest.js";
import { fetchManifest, type SignedOptions } from "../manifest-cache.js";
import { checkOrigins } from "../origins.js";
import { requireOrigin } from "../policy.js";

/** What a server lets others choose. */
export interface AllowedManifestPolicy extends Omit<FetchOptions, "redirect">, SignedOptions {
  /** Origins of manifests, of everything they name, and of every redirect. There is no default. */
  origins: readonly string[];
}

/** A manifest that may be used. */
export interface AllowedManifest {
  /** Its URL after redirects. Register with it and with the manifest, which is the one that was checked. */
  url: string;
  manifest: FederationManifest;
}

/**
 * The gate for manifest URLs that a tenant, a user or a request chooses. Refused unless the URL's origin, every redirect,
 * and every origin that the manifest names (its base, its files, its own remotes) are on the list. A remote for servers is
 * code that the server runs: whoever chooses its URL chooses that code.
 *
 * @throws ERR_FEDSEAL_ORIGIN, ERR_FEDSEAL_REDIRECT, ERR_FEDSEAL_OPTIONS for what is no http(s) URL and for a missing
 * list, and what fetching and reading a manifest throws.
 */
export async function allowedManifest(url: unknown, policy: AllowedManifestPolicy): Promise<AllowedManifest> {
  const { origins, ...rest } = policy;
  if (!Array.isArray(origins)) {
    throw fedsealError(
      "ERR_FEDSEAL_OPTIONS",
      undefined,
      "allowedManifest needs `origins`, the list of origins it may let through.",
    );
  }
  checkOrigins(origins);
  const given = parse(url);
  requireOrigin(given.href, origins);
  const { manifest, url: at } = await fetchManifest(given, { ...rest, origins, redirect: "origins" });
  if (manifest.metaData.getPublicPath !== undefined) {
    throw fedsealError(
      "ERR_FEDSEAL_UNSEALED",
      at,
      "has `metaData.getPublicPath`, which is code: the origin it leads to cannot be checked.",
    );
  }
  // Its files are relative paths below these, or reading them throws.
  for (const ssr of [false, true]) requireOrigin(baseOf(manifest, at, ssr), origins);
  for (const _ of claims(manifest, at));
  const remotes: unknown = manifest.remotes;
  for (const remote of Array.isArray(remotes) ? remotes : []) {
    const { entry } = (remote ?? {}) as { entry?: unknown };
    if (typeof entry === "string" && entry !== "") requireOrigin(new URL(entry, at).href, origins);
  }
  return { url: at, manifest };
}

function parse(url: unknown): URL {
  // A query that repeats a parameter is a list in many frameworks.
  if (typeof url !== "string" && !(url instanceof URL)) throw noAddress(url);
  let parsed: URL | undefined;
  try {
    parsed = new URL(url);
  } catch (cause) {
    throw noAddress(url, cause);
  }
  // A user name in a URL would be sent along, and shown in errors.
  if (!["http:", "https:"].includes(parsed.protocol) || parsed.username !== "" || parsed.password !== "")
    throw noAddress(url);
  return parsed;
}

function noAddress(url: unknown, cause?: unknown) {
  return fedsealError(
    "ERR_FEDSEAL_OPTIONS",
    undefined,
    `${JSON.stringify(url)} is no http(s) URL of a manifest without credentials.`,
    {},
    cause,
  );
}
