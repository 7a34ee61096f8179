import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import {
  aggregate,
  cachePolicy,
  csp,
  frameworkErrors,
  problems,
  releases,
  rum,
  session,
  sharedCache,
  tokenExchange,
  watchCanaries,
} from "@fedseal/fastify";
import Fastify from "fastify";
import { busy } from "../busy.js";
import { requireEntitlement } from "./entitled.js";
import { login } from "./login.js";
import { operate } from "./operate.js";
import { overview } from "./overview.js";
import { pages, signInFirst } from "./pages.js";
import { sameOrigin } from "./same-origin.js";
import { sameSession } from "./same-session.js";

/**
 * The server between the page and its APIs: a session behind a cookie, tokens for remotes by exchange, release sets, and the page
 * itself.
 *
 * @param {{ issuer: string, clientId: string, clientSecret: string, origin: string, audience: string, key: Uint8Array,
 *   targets: Record<string, import("@fedseal/fastify").Target>, store: import("@fedseal/fastify").RolloutStore,
 *   entitlementsOf: (orgId: string, sub: string) => string[], apis?: Record<string, string>, keys?: Record<string, object[]>,
 *   gate?: object, shell?: string, redis?: string, logger?: object | boolean }} options
 *   `targets` and `apis` are by remote, or by `<remote>:<api>`: an API's audience and scopes, and its base URL. `keys` are the public keys of a remote's team.
 *   `gate`: options of `rum` and `watchCanaries`. `shell`: the folder of the built shell; without one there is no page.
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
    apis = {},
    gate = {},
    keys = {},
    shell,
    redis,
    logger = false,
  } = options;
  const server = Fastify({
    logger: withoutQueries(logger),
    bodyLimit: 64 * 1024,
    frameworkErrors,
    requestTimeout: 30_000,
  });
  await server.register(problems);
  await server.register(cachePolicy);
  await server.register(underPressure, { maxEventLoopDelay: 2_000, retryAfter: 5, pressureHandler: busy });
  await server.register(cookie);
  await server.register(sameOrigin, { origin });
  await server.register(login, { issuer, clientId, clientSecret, origin, audience, scope: "platform", key });
  if (shell !== undefined) await server.register(signInFirst);
  await server.register(session, {
    issuer,
    audience,
    keys: `${issuer}/.well-known/jwks.json`,
    token: (request) => server.accessToken(request),
  });
  await server.register(sameSession);
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
  // What an organization did not buy is not on its pages, either. The design system belongs to the shell.
  const remotesOf = ({ orgId, sub }) => ["design_system", ...entitlementsOf(orgId, sub)];
  await server.register(releases, { store, remotes: remotesOf });
  await server.register(rum, { metrics: {}, ...(redis !== undefined && { redis }), ...gate.counts });
  await server.register(aggregate);

  const mine = ({ session: { sub, orgId } }) => entitlementsOf(orgId, sub);
  server.get("/api/platform/session", { config: { cache: "no-store" } }, async (request) => {
    const { sub, orgId } = request.session;
    return { sub, orgId, entitlements: mine(request) };
  });
  // Where APIs are, and whose signatures count: a page takes both from its own server and from nobody else.
  server.get("/api/platform/settings", { config: { cache: "no-store" } }, async ({ session: who }) => {
    const own = new Set(remotesOf(who));
    const ofOwn = (all) => Object.fromEntries(Object.entries(all).filter(([name]) => own.has(remoteOf(name))));
    return { apis: ofOwn(apis), keys: ofOwn(keys) };
  });
  server.post("/api/platform/token/:remote", { config: { cache: "no-store" } }, async (request) => {
    const { remote: target } = request.params;
    requireEntitlement(mine(request), remoteOf(target));
    const { token, expiresAt, scopes } = await request.exchange(target);
    return { token, expiresAt, scopes };
  });
  operate(server, {
    store,
    watch: watchCanaries(server, gate.watch),
    require: (request) => requireEntitlement(mine(request), "operate"),
  });
  if (apis.admin !== undefined && apis.reports !== undefined) overview(server, { apis });
  if (shell !== undefined) {
    const remotes = {};
    for (const [target, url] of Object.entries(apis)) {
      const remote = remoteOf(target);
      remotes[remote] = { apis: [...(remotes[remote]?.apis ?? []), url] };
    }
    await server.register(csp, { origin, remotes });
    await server.register(pages, { folder: shell });
  }
  return server;
}

/** A remote's own API goes by the remote's name, and another one by `<remote>:<api>`. */
function remoteOf(target) {
  return target.split(":")[0];
}

/** Queries hold what signs people in: codes, states, invitations. None of it is logged. */
function withoutQueries(logger) {
  if (logger === false) return false;
  const req = ({ method, url, ip }) => ({ method, path: url.split("?")[0], ip });
  return { ...(logger === true ? {} : logger), serializers: { req } };
}
