import { fedsealError } from "./errors.js";

/** What happens to what nothing seals: refused, loaded with a report, or loaded in silence. */
export type Unsealed = "block" | "warn" | "allow";

/** One policy for everything, or one per remote; `"*"` stands for the remotes that are not named. */
export type UnsealedPolicy = Unsealed | Readonly<Record<string, Unsealed>>;

/**
 * Which hash has to be there and is checked. `prefer-integrity`: `integrity`, else `contentHash`. `integrity` and
 * `content-hash`: that one. `both`: both have to be there.
 */
export type IntegrityMode = "prefer-integrity" | "integrity" | "content-hash" | "both";

/**
 * Which redirects of a manifest are followed: none, those that stay on the origin (the default), or those that stay on
 * the `origins` list.
 */
export type RedirectPolicy = "error" | "same-origin" | "origins";

/** The policy for a remote that goes by these names. What is not understood blocks. */
export function unsealedPolicy(policy: UnsealedPolicy | undefined, names: readonly (string | undefined)[]): Unsealed {
  const own = (name: string | undefined) => name !== undefined && Object.hasOwn(policy as object, name);
  const found = typeof policy === "object" ? policy[names.find(own) ?? "*"] : policy;
  return found === "warn" || found === "allow" ? found : "block";
}

/**
 * Whether a URL's origin is on the list. An item is an origin as URLs write it (`https://cdn.example.com`, with the port
 * unless it is the scheme's own), `https://*.example.com` for every host below that one, or `self` for the page's own; what
 * is none of these matches nothing. No list allows every origin; an empty list allows none.
 */
export function originAllowed(url: string, origins: readonly string[] | undefined): boolean {
  if (!origins) return true;
  const { protocol, origin, host } = new URL(url);
  return origins.some((item) => {
    if (item === "self") return globalThis.location?.origin === origin;
    const [scheme, domain] = item.split("//*.");
    // Opaque origins (of data: and file: URLs) are "null", which no item is.
    return domain ? scheme === protocol && host.endsWith(`.${domain}`) : item === origin && origin !== "null";
  });
}

/** @throws ERR_FEDSEAL_ORIGIN where the list does not hold the URL's origin. */
export function requireOrigin(url: string, origins: readonly string[] | undefined): void {
  if (originAllowed(url, origins)) return;
  throw fedsealError("ERR_FEDSEAL_ORIGIN", url, "is outside of `origins`.");
}
