import { createLocalJWKSet, jwtVerify } from "jose";
import { errors } from "oidc-provider";

export const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

export const PARAMETERS = [
  "subject_token",
  "subject_token_type",
  "requested_token_type",
  "audience",
  "scope",
  "organization",
];

/**
 * The token exchange of RFC 8693 for access tokens of this issuer, with what a directory of organizations adds: who was removed
 * from one gets no more tokens for it.
 *
 * @param {{ issuer: string, keys: () => import("jose").JSONWebKeySet, directory: import("./directory.js").Directory,
 *   apis: Map<string, Api>, profiles: Set<string> }} context
 * @typedef {{ audience: string, scopes: string[], subjectOf?: string[] }} Api `subjectOf`: clients that may exchange tokens of this API
 */
export function exchange({ issuer, keys, directory, apis, profiles }) {
  return async (ctx) => {
    const { client, params, provider } = ctx.oidc;
    const isProfile = profiles.has(params.subject_token_type);
    if (params.subject_token_type !== ACCESS_TOKEN && !isProfile) {
      throw new errors.InvalidRequest("subject_token_type is not supported");
    }
    if (params.requested_token_type !== undefined && params.requested_token_type !== ACCESS_TOKEN) {
      throw new errors.InvalidRequest("requested_token_type is not supported");
    }
    const subject = await verified(params.subject_token, { issuer, keys: keys() });
    // A token that was minted for somebody else's API is no proof for this client (confused deputy).
    const from = apis.get(subject.aud);
    if (!from?.subjectOf?.includes(client.clientId))
      throw new errors.InvalidGrant("subject_token is not for this client");
    // What was exchanged once is narrowed already.
    if (subject.act !== undefined) throw new errors.InvalidGrant("subject_token was exchanged before");
    if (!directory.isMember(subject.org_id, subject.sub))
      throw new errors.InvalidGrant("the subject is no member any more");
    if (params.organization !== undefined && params.organization !== subject.org_id) {
      throw new errors.InvalidGrant("subject_token is of another organization");
    }
    const target = apis.get(params.audience);
    if (!target) throw new errors.InvalidTarget();
    const wanted = params.scope === undefined ? target.scopes : params.scope.split(" ");
    if (!wanted.every((one) => target.scopes.includes(one)))
      throw new errors.InvalidScope("scope is not one of the audience", params.scope);

    const token = new provider.AccessToken({ accountId: subject.sub, client, gty: "token_exchange" });
    token.resourceServer = new provider.ResourceServer(target.audience, resourceServer(target));
    token.scope = wanted.join(" ");
    // Not longer than what it was exchanged for.
    token.expiresIn = Math.min(LIFETIME, subject.exp - Math.floor(Date.now() / 1000));
    ctx.oidc.entity("AccessToken", token);
    extras.set(token, { org_id: subject.org_id, act: { sub: client.clientId } });
    const value = await token.save();
    ctx.body = {
      access_token: value,
      issued_token_type: ACCESS_TOKEN,
      token_type: "Bearer",
      expires_in: token.expiration,
      scope: token.scope,
    };
  };
}

/** Claims of tokens that were exchanged. */
export const extras = new WeakMap();

export const LIFETIME = 300;

/** How the issuer makes access tokens of an API: a JWT (RFC 9068). */
export function resourceServer({ audience, scopes }) {
  return { audience, scope: scopes.join(" "), accessTokenTTL: LIFETIME, accessTokenFormat: "jwt" };
}

async function verified(token, { issuer, keys }) {
  if (typeof token !== "string") throw new errors.InvalidRequest("subject_token is missing");
  try {
    const options = { issuer, typ: "at+jwt", algorithms: ["RS256"], requiredClaims: ["sub", "exp", "aud", "org_id"] };
    return (await jwtVerify(token, createLocalJWKSet(keys), options)).payload;
  } catch (error) {
    throw new errors.InvalidGrant("subject_token is not valid", error.code);
  }
}
