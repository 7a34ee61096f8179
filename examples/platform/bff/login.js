import { Problem } from "@fedseal/fastify";
import fastifyPlugin from "fastify-plugin";
import * as oidc from "openid-client";
import { SealedCookie } from "./sealed-cookie.js";

const TEN_MINUTES = 600;

/**
 * Signs people in at the issuer (authorization code with PKCE, state and nonce), and keeps the access token in a cookie that no script
 * reads. `GET /login?return=/path`, `GET /callback`, `POST /logout`, which answers where the issuer ends its own session
 * (OpenID Connect RP-Initiated Logout 1.0).
 *
 * @param {import("fastify").FastifyInstance} server
 * @param {{ issuer: string, clientId: string, clientSecret: string, origin: string, audience: string, scope: string, key: Uint8Array }} options
 */
export const login = fastifyPlugin(async (server, { issuer, clientId, clientSecret, origin, audience, scope, key }) => {
  const isLocal = new URL(issuer).protocol === "http:";
  const configuration = await oidc.discovery(
    new URL(issuer),
    clientId,
    undefined,
    oidc.ClientSecretBasic(clientSecret),
    {
      ...(isLocal && { execute: [oidc.allowInsecureRequests] }),
    },
  );
  const redirectUri = `${origin}/callback`;
  // One for each sign-in: a browser that opens its tabs again begins several at once.
  const startedBy = (state) => new SealedCookie({ name: `login-${state.slice(0, 16)}`, key });
  const signedIn = new SealedCookie({ name: "session", key });
  const open = { cache: "no-store", session: "none" };

  server.decorate("accessToken", async (request) => (await signedIn.read(request))?.token);

  server.get("/login", { config: open }, async (request, reply) => {
    const { organization, invitation } = request.query;
    const checks = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    await startedBy(checks.state).write(reply, { ...checks, back: addressOf(request.query.return) }, TEN_MINUTES);
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: `openid ${scope}`,
      resource: audience,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: "S256",
      ...(organization !== undefined && { organization: String(organization) }),
      ...(invitation !== undefined && { invitation: String(invitation) }),
    });
    return reply.redirect(url.href, 303);
  });

  server.get("/callback", { config: open }, async (request, reply) => {
    const { state } = request.query;
    const started = typeof state === "string" && /^[\w-]{20,100}$/.test(state) ? startedBy(state) : undefined;
    const checks = await started?.read(request);
    started?.clear(reply);
    if (!checks) throw new Problem("ERR_FEDSEAL_REQUEST", 400, "No sign-in is under way in this browser.");
    const tokens = await oidc
      .authorizationCodeGrant(configuration, new URL(request.url, origin), {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.verifier,
        idTokenExpected: true,
      })
      .catch((cause) => {
        throw new Problem("ERR_FEDSEAL_REQUEST", 400, "The sign-in did not end well; begin again.", { cause });
      });
    await signedIn.write(reply, { token: tokens.access_token }, tokens.expires_in);
    return reply.redirect(checks.back, 303);
  });

  // Where the page goes then: without that, the issuer would sign the same person in again, and ask nothing.
  server.post("/logout", { config: open }, async (_request, reply) => {
    signedIn.clear(reply);
    const url = oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${origin}/` });
    return { location: url.href };
  });

  /** An address of this server; never another site's, however it is spelled. As a path, `//other.example` would be one. */
  function addressOf(wanted) {
    const text = typeof wanted === "string" ? wanted : "/";
    const url = URL.canParse(text, origin) ? new URL(text, origin) : undefined;
    return url?.origin === origin ? url.href : `${origin}/`;
  }
});
