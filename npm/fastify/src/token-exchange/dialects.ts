/** What differs between issuers in a request for a token exchange (RFC 8693, section 2.1). */

/**
 * - `"rfc8693"`: as in the specification, for Keycloak and others.
 * - `"auth0-obo"`: what Auth0 calls On-Behalf-Of. It keeps `org_id`, and takes no `organization`.
 * - `{ "auth0-cte": profile }`: what Auth0 calls Custom Token Exchange; `profile` is the URI of a profile of yours, whose Action makes
 *   the token. It takes `organization`.
 */
export type Dialect = "rfc8693" | "auth0-obo" | { "auth0-cte": string };

/** What a remote or an API of the platform needs. */
export interface Target {
  /** `aud` of the token. */
  audience: string;
  /** The least that is needed. With none, nothing is asked for, and a token that may do anything is refused. */
  scopes: readonly string[];
}

export const GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
export const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

/** The parameters of a request, but for the grant type and the client's. */
export function parametersOf(
  dialect: Dialect,
  { audience, scopes }: Target,
  { token, orgId }: { token: string; orgId: string },
): Record<string, string> {
  const common = { subject_token: token, audience, ...(scopes.length > 0 && { scope: scopes.join(" ") }) };
  if (typeof dialect === "object") {
    return { ...common, subject_token_type: dialect["auth0-cte"], organization: orgId };
  }
  return { ...common, subject_token_type: ACCESS_TOKEN, requested_token_type: ACCESS_TOKEN };
}

/** Subject token types that Auth0 keeps for itself: a profile is a URI of yours. */
const RESERVED = /^(urn:(ietf|auth0|okta):|https?:\/\/([^/]+\.)?(auth0|okta)\.com(\/|$))/i;

/** Why a value is no dialect; `undefined` where it is one. */
export function problemOfDialect(value: unknown): string | undefined {
  if (value === "rfc8693" || value === "auth0-obo") return undefined;
  const profile =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>)["auth0-cte"] : undefined;
  if (profile === undefined) return '`dialect` is none of "rfc8693", "auth0-obo" and { "auth0-cte": profile }';
  if (typeof profile !== "string" || !URL.canParse(profile)) return "`dialect`: the profile is not a URI";
  if (profile.length < 8 || profile.length > 100) return "`dialect`: a profile has 8 to 100 characters";
  if (RESERVED.test(profile)) return "`dialect`: Auth0 keeps this profile's namespace for itself";
  return undefined;
}
