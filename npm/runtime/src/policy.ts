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
  let found: unknown = policy ?? "block";
  if (typeof found === "object" && found !== null) {
    const named = found as Record<string, unknown>;
    const name = names.find((one) => one !== undefined && Object.hasOwn(named, one)) ?? "*";
    found = Object.hasOwn(named, name) ? named[name] : "block";
  }
  return found === "warn" || found === "allow" ? found : "block";
}

/**
 * Whether a URL's origin is on the list. An item is an origin (`https://cdn.example.com`, with the port unless it is the
 * scheme's own), `https://*.example.com` for every host below that one, or `self` for the page's own. No list allows
 * every origin; an empty list allows none.
 *
 * @throws ERR_FEDSEAL_OPTIONS for an item that is none of these.
 */
export function originAllowed(url: string | URL, origins: readonly string[] | undefined): boolean {
  if (origins === undefined) return true;
  const { protocol, origin, hostname, port } = new URL(url);
  // Opaque origins (data:, blob: of a sandbox, file:) are nobody's.
  if (origin === "null") return false;
  let allowed = false;
  for (const item of origins) {
    if (item === "self") {
      allowed ||= typeof location === "object" && location.origin === origin;
      continue;
    }
    const wildcard = item.includes("://*.");
    let listed: URL;
    try {
      listed = new URL(wildcard ? item.replace("://*.", "://") : item);
    } catch (cause) {
      throw notAnOrigin(item, cause);
    }
    if (listed.origin === "null" || item.includes("*", wildcard ? item.indexOf("*") + 1 : 0) || !isBare(listed)) {
      throw notAnOrigin(item);
    }
    allowed ||= wildcard
      ? listed.protocol === protocol && listed.port === port && hostname.endsWith(`.${listed.hostname}`)
      : listed.origin === origin;
  }
  return allowed;
}

function isBare({ pathname, search, hash, username, password }: URL): boolean {
  return pathname === "/" && `${search}${hash}${username}${password}` === "";
}

function notAnOrigin(item: string, cause?: unknown) {
  return fedsealError(
    "ERR_FEDSEAL_OPTIONS",
    `${JSON.stringify(item)} is not an origin. Write "https://cdn.example.com", "https://*.example.com" or "self", without a path.`,
    {},
    cause,
  );
}

/** @throws ERR_FEDSEAL_ORIGIN where the list does not hold the URL's origin. */
export function requireOrigin(url: string, origins: readonly string[] | undefined, what: string): void {
  if (originAllowed(url, origins)) return;
  throw fedsealError(
    "ERR_FEDSEAL_ORIGIN",
    `${what} ${url} is on ${new URL(url).origin}, which the list of allowed origins does not hold. Add it to \`origins\` if it is yours; if not, somebody points you at a foreign server.`,
    { url },
  );
}
