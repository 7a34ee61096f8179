import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import { cachePolicy, problems, releases, session, sharedCache, tokenExchange } from "@fedseal/fastify";
import Fastify from "fastify";
import { login } from "./login.js";
import { sameOrigin } from "./same-origin.js";

/**
 * The server between the page and its APIs: a session behind a cookie, tokens for remotes by exchange, release sets.
 *
 * @param {{ issuer: string, clientId: string, clientSecret: string, origin: string, audience: string, key: Uint8Array,
 *   targets: Record<string, import("@fedseal/fastify").Target>, store: import("@fedseal/fastify").RolloutStore,
 *   entitlementsOf: (orgId: string, sub: string) => string[], redis?: string, logger?: object | boolean }} options
 */
export async function createBff(options) {
  const {
    issuer,
    clientId,
    clientSecret,
    origin,
    audience,
    key,
    targets,
    store,
    entitlementsOf,
    redis,
    logger = false,
  } = options;
  const server = Fastify({ logger: withoutQueries(logger), bodyLimit: 64 * 1024, requestTimeout: 30_000 });
  await server.register(problems);
  await server.register(cachePolicy);
  await server.register(cookie);
  await server.register(sameOrigin, { origin });
  await server.register(login, { issuer, clientId, clientSecret, origin, audience, scope: "platform", key });
  await server.register(session, {
    issuer,
    audience,
    keys: `${issuer}/.well-known/jwks.json`,
    token: (request) => server.accessToken(request),
  });
  await server.register(rateLimit, {
    max: 300,
    timeWindow: 60_000,
    // By who asks, where that is known; a network may have many people.
    hook: "preHandler",
    keyGenerator: (request) =>
      request.routeOptions.config.session === "none" ? request.ip : `${request.session.orgId} ${request.session.sub}`,
  });
  await server.register(tokenExchange, { tokenEndpoint: `${issuer}/oauth/token`, clientId, clientSecret, targets });
  await server.register(sharedCache, redis === undefined ? {} : { redis });
  await server.register(releases, { store });

  server.get("/api/platform/session", { config: { cache: "no-store" } }, async ({ session: { sub, orgId } }) => ({
    sub,
    orgId,
    entitlements: entitlementsOf(orgId, sub),
  }));
  server.post("/api/platform/token/:remote", { config: { cache: "no-store" } }, async (request) => {
    const { token, expiresAt, scopes } = await request.exchange(request.params.remote);
    return { token, expiresAt, scopes };
  });
  return server;
}

/** Queries hold what signs people in: codes, states, invitations. None of it is logged. */
function withoutQueries(logger) {
  if (logger === false) return false;
  const req = ({ method, url, ip }) => ({ method, path: url.split("?")[0], ip });
  return { ...(logger === true ? {} : logger), serializers: { req } };
}
