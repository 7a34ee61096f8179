const { createRemoteJWKSet, errors, jwtVerify } = require("jose");

/**
 * An Auth0 Action for the trigger `custom-token-exchange`: exchanges access tokens of this tenant that are for the BFF, and nothing else.
 * It names the person and the organization; Auth0 makes the token. `jose` is a dependency of the Action.
 *
 * Secrets: `ISSUER` (`https://tenant.eu.auth0.com/`, as in `iss`), `AUDIENCE` (of the BFF), `CLIENT_ID` (of the BFF's application), and
 * `TARGETS`: what may be asked for, as JSON: `{ "https://catalog.example.com": ["read:catalog"] }`.
 *
 * The event does not say whether the person is still a member; docs/guide/platform-auth0.md says how to find out what the tenant does.
 */
exports.onExecuteCustomTokenExchange = async (event, api) => {
  const { ISSUER, AUDIENCE, CLIENT_ID, TARGETS } = event.secrets;
  if (!(ISSUER && AUDIENCE && CLIENT_ID && TARGETS)) {
    return api.access.deny("server_error", "A secret of the Action is missing.");
  }
  // A profile is for all applications of the tenant that may exchange tokens.
  if (event.client.client_id !== CLIENT_ID) {
    return api.access.deny("unauthorized_client", "This application does not exchange tokens.");
  }
  const targets = new Map(Object.entries(JSON.parse(TARGETS)));
  const scopes = targets.get(event.resource_server?.identifier);
  if (!scopes) return api.access.deny("invalid_target", "There are no exchanged tokens for this API.");
  const wanted = event.transaction.requested_scopes ?? [];
  // Where no scope is named, Auth0 decides; a token with all there are is not least privilege.
  if (wanted.length === 0 || !wanted.every((scope) => scopes.includes(scope))) {
    return api.access.deny("invalid_scope", "A scope is none of this API's, or none is named.");
  }

  const { claims, unusable, isOurs } = await verified(event.transaction.subject_token, { ISSUER, AUDIENCE });
  if (isOurs) return api.access.deny("server_error", unusable);
  // Counts for the address that the token came from: attack protection blocks it after some of these.
  if (unusable) return api.access.rejectInvalidSubjectToken(unusable);

  // As in the request's `organization`, which Auth0 has looked up. Without one, the token would be of no organization.
  if (event.organization?.id !== claims.org_id) {
    return api.access.deny("invalid_grant", "The subject token is of another organization.");
  }
  api.authentication.setOrganization(claims.org_id);
  api.authentication.setUserById(claims.sub);
};

/** One for each issuer, for as long as Auth0 keeps the process of the Action: key sets are not asked for each time. */
const keySets = new Map();

function keysOf(issuer) {
  if (!keySets.has(issuer)) {
    const url = new URL(".well-known/jwks.json", issuer);
    // An Action has to end within 20 seconds.
    keySets.set(issuer, createRemoteJWKSet(url, { timeoutDuration: 3_000, cooldownDuration: 2_000 }));
  }
  return keySets.get(issuer);
}

/** The claims of a subject token, or why it cannot be used. `isOurs`: the reason is not the token. */
async function verified(token, { ISSUER, AUDIENCE }) {
  try {
    const { payload } = await jwtVerify(token, keysOf(ISSUER), {
      issuer: ISSUER,
      audience: AUDIENCE,
      // The profile of RFC 9068 has to be chosen for the BFF's API. ID tokens have another type.
      typ: "at+jwt",
      algorithms: ["RS256", "PS256"],
      clockTolerance: 5,
      requiredClaims: ["sub", "exp", "org_id"],
    });
    if (payload.cnf !== undefined) return { unusable: "The subject token is bound to a key." };
    if (payload.act !== undefined) return { unusable: "The subject token was exchanged before." };
    return { claims: payload };
  } catch (error) {
    if (isOfToken(error)) return { unusable: `The subject token is not valid: ${error.code}.` };
    // Without keys nothing can be verified, and nothing is let in.
    return { unusable: "The key set cannot be had.", isOurs: true };
  }
}

function isOfToken(error) {
  return (
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported
  );
}
