import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import {
  type AggregateOptions,
  aggregate,
  cachePolicy,
  problems,
  type SharedCacheOptions,
  session,
  sharedCache,
  tokenExchange,
} from "@fedseal/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Directory } from "../../examples/platform/identity/directory.js";
import { startIdentity } from "../../examples/platform/identity/identity.js";
import { listen } from "../commands/serve.ts";
import { RedisServer } from "./redis.ts";
import { signIn } from "./sign-in.ts";

/** Routes that are made of several upstreams': a real OpenID provider, APIs that want its tokens, and upstreams that misbehave. */

const BFF = "https://bff.example.com";
const CATALOG = "https://catalog.example.com";
const REPORTS = "https://reports.example.com";
const SECRET = "the secret of the server in front of it all";
const REDIRECT = "https://shell.example.com/callback";

const directory = new Directory();
for (const name of ["alice", "bob", "carol"]) directory.addPerson({ name, password: `${name}'s password` });
directory.addOrganization({ id: "org_1", name: "One", members: ["alice", "carol"] });
directory.addOrganization({ id: "org_2", name: "Two", members: ["bob"] });

let identity: Awaited<ReturnType<typeof startIdentity>>;
const tokens: Record<string, string> = {};
const servers: FastifyInstance[] = [];
const lines: string[] = [];
/** What the APIs were asked. */
const asked: { path: string; sub: string; orgId: string; headers: Record<string, unknown> }[] = [];
let catalog = "";
let reports = "";

/** An API as a team has it: it wants a token for its own audience, and answers with what is of the token's organization. */
async function startApi(audience: string): Promise<string> {
  const api = Fastify();
  servers.push(api);
  await api.register(problems);
  await api.register(session, { issuer: identity.issuer, audience, keys: `${identity.issuer}/.well-known/jwks.json` });
  api.get("/*", async ({ session: { sub, orgId }, url, headers }) => {
    asked.push({ path: url, sub, orgId, headers });
    return { orgId, sub, of: audience, language: headers["accept-language"] };
  });
  return api.listen({ port: 0, host: "127.0.0.1" });
}

/** An upstream that does what one test wants. */
let misbehave: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.end("{}");
let strange = "";
/** Connections of it that ended before their answer did. */
let ended = 0;
const json = { "content-type": "application/json" };

beforeAll(async () => {
  identity = await startIdentity({
    directory,
    apis: [
      { audience: BFF, scopes: ["platform"], subjectOf: ["bff"] },
      { audience: CATALOG, scopes: ["read:products"] },
      { audience: REPORTS, scopes: ["read:reports"] },
    ],
    clients: [
      {
        client_id: "bff",
        client_secret: SECRET,
        redirect_uris: [REDIRECT],
        grant_types: ["authorization_code", "urn:ietf:params:oauth:grant-type:token-exchange"],
      },
    ],
  });
  for (const name of ["alice", "bob", "carol"]) {
    const at = { issuer: identity.issuer, clientId: "bff", clientSecret: SECRET, redirectUri: REDIRECT };
    const signed = await signIn({ ...at, audience: BFF, scope: "platform" }, { name, password: `${name}'s password` });
    if (!("token" in signed)) throw new Error(signed.page);
    tokens[name] = signed.token;
  }
  [catalog, reports] = [await startApi(CATALOG), await startApi(REPORTS)];
  strange = await listen((request, response) => {
    response.on("close", () => {
      if (!response.writableFinished) ended += 1;
    });
    misbehave(request, response);
  });
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await identity.stop();
});
beforeEach(() => {
  asked.length = 0;
  lines.length = 0;
  ended = 0;
});

const target = { products: "catalog", revenue: "reports" };
const two = () => ({
  products: { target: target.products, url: `${catalog}/products?limit=5` },
  revenue: { target: target.revenue, url: `${reports}/revenue` },
});
const odd = (more: object = {}) => ({ target: "catalog", url: `${strange}/odd`, ...more });

// biome-ignore lint/suspicious/noExplicitAny: options that cannot be used are passed, too
type Routes = Record<string, any>;

async function start(routes: Routes, cache?: SharedCacheOptions): Promise<FastifyInstance> {
  const server = Fastify({ logger: { level: "warn", stream: { write: (line: string) => void lines.push(line) } } });
  servers.push(server);
  await server.register(problems);
  await server.register(cachePolicy, { mode: "refuse" });
  await server.register(session, {
    issuer: identity.issuer,
    audience: BFF,
    keys: `${identity.issuer}/.well-known/jwks.json`,
  });
  await server.register(tokenExchange, {
    tokenEndpoint: `${identity.issuer}/oauth/token`,
    clientId: "bff",
    clientSecret: SECRET,
    targets: {
      catalog: { audience: CATALOG, scopes: ["read:products"] },
      reports: { audience: REPORTS, scopes: ["read:reports"] },
      refused: { audience: "https://nobody.example.com", scopes: [] },
    },
  });
  if (cache) await server.register(sharedCache, cache);
  await server.register(aggregate);
  for (const [path, options] of Object.entries(routes)) {
    server.aggregate(path, { cache: "no-store", ...options } as AggregateOptions<string>);
  }
  await server.ready();
  return server;
}

const get = (server: FastifyInstance, name: string, url = "/api/home", headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { authorization: `Bearer ${tokens[name]}`, ...headers } });

describe("an answer", () => {
  test("is made of what all upstreams say to a token of the caller's", async () => {
    const server = await start({
      "/api/home": {
        upstreams: two(),
        compose: ({ products, revenue }: Record<string, { of: string }>, { request, degraded }: never) => [
          products?.of,
          revenue?.of,
          (request as { session: { sub: string } }).session.sub,
          degraded,
        ],
      },
      "/api/parts": { upstreams: two() },
    });
    const response = await get(server, "alice");
    expect(response.json()).toEqual([CATALOG, REPORTS, "alice", []]);
    expect(response.headers["cache-control"]).toBe("private, no-store");
    expect((await get(server, "alice", "/api/parts")).json()).toEqual({
      products: { orgId: "org_1", sub: "alice", of: CATALOG, language: "*" },
      revenue: { orgId: "org_1", sub: "alice", of: REPORTS, language: "*" },
      degraded: [],
    });
    expect(asked.map(({ path }) => path).sort()).toEqual([
      "/products?limit=5",
      "/products?limit=5",
      "/revenue",
      "/revenue",
    ]);
    expect((await server.inject("/api/home")).statusCode).toBe(401);
  });

  test("passes on what is named of the request, and never the caller's token or cookies", async () => {
    const { products, revenue } = two();
    const server = await start({
      "/api/home": { upstreams: { products: { ...products, forward: ["Accept-Language", "traceparent"] }, revenue } },
    });
    await get(server, "alice", "/api/home", {
      cookie: "session=secret",
      "accept-language": "de",
      "x-org-id": "org_2",
      "x-forwarded-for": "1.2.3.4",
    });
    const sent = Object.fromEntries(asked.map(({ path, headers }) => [path, headers]));
    expect(sent["/products?limit=5"]).toMatchObject({ "accept-language": "de" });
    expect(sent["/revenue"]?.["accept-language"]).not.toBe("de");
    for (const headers of Object.values(sent)) {
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).not.toHaveProperty("x-org-id");
      expect(headers).not.toHaveProperty("x-forwarded-for");
      expect(JSON.stringify(headers)).not.toContain(tokens.alice);
      expect(decodeJwt(String(headers.authorization).slice(7)).aud).toBeOneOf([CATALOG, REPORTS]);
    }
  });

  test("of two organizations by turns, 200 times, is each one's own, with a cache that all share", async () => {
    const redis = await RedisServer.start();
    const cached = { fresh: 60, stale: 60 };
    const routes = { "/api/home": { upstreams: two(), cached }, "/api/live": { upstreams: two() } };
    const pods = [await start(routes, { redis: redis.url }), await start(routes, { redis: redis.url })];
    const people = ["alice", "bob", "carol"] as const;
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const name = people[index % 3] as (typeof people)[number];
        const url = index % 4 === 0 ? "/api/live" : "/api/home";
        return { name, body: (await get(pods[index % 2] as FastifyInstance, name, url)).json() };
      }),
    );
    for (const { name, body } of answers) {
      const own = { orgId: name === "bob" ? "org_2" : "org_1", sub: name };
      expect(body).toMatchObject({ products: own, revenue: own, degraded: [] });
    }
    expect(asked.length).toBeLessThan(2 * 50 + 2 * 3 * 2 + 1);
    for (const pod of pods) await pod.close();
    await redis.kill();
  });
});

describe("what is kept", () => {
  test("is each person's, unless it is said to be the organization's; and each language's that is passed on", async () => {
    const upstreams = { products: { ...two().products, forward: ["accept-language"] } };
    const server = await start(
      {
        "/api/home": { upstreams, cached: { fresh: 60 } },
        "/api/all": { upstreams, cached: { fresh: 60, per: "organization" } },
      },
      {},
    );
    const subOf = async (name: string, url: string, language = "en") =>
      (await get(server, name, url, { "accept-language": language })).json().products;
    expect(await subOf("alice", "/api/home")).toMatchObject({ sub: "alice", language: "en" });
    expect(await subOf("carol", "/api/home")).toMatchObject({ sub: "carol" });
    expect(await subOf("alice", "/api/home", "de")).toMatchObject({ sub: "alice", language: "de" });
    expect(asked).toHaveLength(3);
    expect(await subOf("alice", "/api/all")).toMatchObject({ sub: "alice", orgId: "org_1" });
    expect(await subOf("carol", "/api/all")).toMatchObject({ sub: "alice", orgId: "org_1" });
    expect(await subOf("bob", "/api/all")).toMatchObject({ sub: "bob", orgId: "org_2" });
    expect(asked).toHaveLength(5);
  });

  test("is never what has something missing, nor an error", async () => {
    let fails = true;
    misbehave = (_, response) => response.writeHead(fails ? 500 : 200, json).end('{"n":1}');
    const server = await start(
      {
        "/api/home": { upstreams: { ...two(), odd: odd() }, optional: ["odd"], cached: { fresh: 60 } },
        "/api/needed": { upstreams: { odd: odd() }, cached: { fresh: 60 } },
      },
      {},
    );
    expect((await get(server, "alice")).json()).toMatchObject({ odd: null, degraded: ["odd"] });
    expect((await get(server, "alice", "/api/needed")).json()).toMatchObject({ code: "ERR_FEDSEAL_UPSTREAM_STATUS" });
    fails = false;
    expect((await get(server, "alice")).json()).toMatchObject({ odd: { n: 1 }, degraded: [] });
    expect((await get(server, "alice", "/api/needed")).json()).toMatchObject({ odd: { n: 1 } });
    fails = true;
    expect((await get(server, "alice")).json()).toMatchObject({ odd: { n: 1 }, degraded: [] });
  });
});

/** An upstream that never stops sending. */
const endless = (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, json);
  const more = () => {
    while (!response.destroyed && response.write(" ".repeat(65_536)));
  };
  response.on("drain", more);
  more();
};
const answers =
  (status: number, body: string | Buffer = "{}", headers: Record<string, string> = json) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, headers).end(body);

type Case = [string, string, number, (request: IncomingMessage, response: ServerResponse) => void];
const CASES: Case[] = [
  ["does not answer", "TIMEOUT", 504, () => {}],
  ["sends headers and no body", "TIMEOUT", 504, (_, response) => void response.writeHead(200, json).flushHeaders()],
  ["sends more than it may", "SIZE", 502, answers(200, JSON.stringify("x".repeat(200_000)))],
  ["never stops sending", "SIZE", 502, endless],
  [
    "sends a bomb of gzip",
    "SIZE",
    502,
    answers(200, gzipSync(Buffer.alloc(50_000_000, " ")), { ...json, "content-encoding": "gzip" }),
  ],
  ["sends what is no gzip", "UNREACHABLE", 502, answers(200, "{}", { ...json, "content-encoding": "gzip" })],
  ["sends a page", "ANSWER", 502, answers(200, "{}", { "content-type": "text/html" })],
  ["sends no type", "ANSWER", 502, answers(200, "{}", {})],
  ["sends half a document", "ANSWER", 502, answers(200, '{"secret":')],
  ["sends bytes that are not UTF-8", "ANSWER", 502, answers(200, Buffer.from([0x22, 0xff, 0x22]))],
  ["answers with a part", "STATUS", 502, answers(206, "{}")],
  ["answers with what a proxy made of it", "STATUS", 502, answers(203, "{}")],
  ["sends a hundred levels and one", "ANSWER", 502, answers(200, "[".repeat(101) + "]".repeat(101))],
  ["sends what is deeper than anything can read", "ANSWER", 502, answers(200, "[".repeat(40_000) + "]".repeat(40_000))],
  ["sends nothing", "STATUS", 502, answers(204, "", json)],
  ["ends the connection", "UNREACHABLE", 502, (_, response) => void response.destroy()],
  [
    "ends the connection in the middle",
    "UNREACHABLE",
    502,
    (_, response) => {
      response.writeHead(200, { ...json, "content-length": "100" }).write("{");
      setTimeout(() => response.destroy(), 20);
    },
  ],
  ["does not take the token", "TOKEN", 502, answers(401, '{"secret":1}')],
  ["lets the caller not do it", "FORBIDDEN", 403, answers(403, '{"secret":1}')],
  ["does not have it", "NOT_FOUND", 404, answers(404, '{"secret":1}')],
  ["is asked too often", "LIMITED", 429, answers(429, '{"secret":1}', { ...json, "retry-after": "17" })],
  ["does not understand", "STATUS", 502, answers(400, '{"secret":1}')],
  ["fails", "STATUS", 502, answers(500, '{"secret":1}')],
  ["is not there for now", "STATUS", 502, answers(503, '{"secret":1}')],
  ["has not changed", "STATUS", 502, answers(304, "", {})],
  ["redirects to nowhere", "STATUS", 502, answers(302, "", json)],
  [
    "redirects in a circle",
    "REDIRECTED",
    502,
    (_, response) => void response.writeHead(302, { location: "/odd" }).end(),
  ],
  ["redirects to what is no address", "REDIRECTED", 502, answers(302, "", { location: "http://[" })],
];

describe("an upstream that", () => {
  test.each(CASES)("%s: %s", async (_, reason, status, how) => {
    misbehave = how;
    const slow = odd({ timeout: 500, maxBytes: 100_000 });
    const server = await start({
      "/api/home": { upstreams: { ...two(), odd: slow } },
      "/api/optional": { upstreams: { ...two(), odd: slow }, optional: ["odd"] },
    });
    const response = await get(server, "alice");
    expect(response.json()).toMatchObject({ status, code: `ERR_FEDSEAL_UPSTREAM_${reason}` });
    expect(response.json().detail).toMatch(/^The upstream `odd` .*\.$/);
    expect(response.headers["retry-after"]).toBe(reason === "LIMITED" ? "17" : undefined);
    const degraded = await get(server, "alice", "/api/optional");
    expect(degraded.json()).toMatchObject({ odd: null, degraded: ["odd"], products: { sub: "alice" } });
    expect(lines.join("")).toContain(`ERR_FEDSEAL_UPSTREAM_${reason}`);
    expect(response.body + degraded.body + lines.join("")).not.toContain("secret");
  });

  test("redirects to another server gets there neither the caller nor a token", async () => {
    const other: string[] = [];
    const elsewhere = await listen((request, response) => {
      other.push(request.url ?? "");
      response.end("{}");
    });
    misbehave = (_, response) => void response.writeHead(307, { location: `${elsewhere}/steal` }).end();
    const server = await start({ "/api/home": { upstreams: { ...two(), odd: odd() } } });
    expect((await get(server, "alice")).json()).toMatchObject({ code: "ERR_FEDSEAL_UPSTREAM_REDIRECTED" });
    expect(other).toEqual([]);
  });

  test("redirects within its own server is followed", async () => {
    misbehave = (request, response) =>
      request.url === "/odd"
        ? void response.writeHead(308, { location: "/new?a=1" }).end()
        : void response
            .writeHead(200, json)
            .end(JSON.stringify([request.url, request.headers.authorization !== undefined]));
    const server = await start({ "/api/home": { upstreams: { ...two(), odd: odd() } } });
    expect((await get(server, "alice")).json().odd).toEqual(["/new?a=1", true]);
  });

  test("cannot be reached", async () => {
    const server = await start({ "/api/home": { upstreams: { ...two(), odd: odd({ url: "http://127.0.0.1:1/" }) } } });
    expect((await get(server, "alice")).json()).toMatchObject({
      status: 502,
      code: "ERR_FEDSEAL_UPSTREAM_UNREACHABLE",
      detail: "The upstream `odd` cannot be reached.",
    });
  });

  test("the issuer gives no token for: 403, or nothing of it where it is optional", async () => {
    const upstreams = { ...two(), odd: odd({ target: "refused" }) };
    const server = await start({ "/api/home": { upstreams }, "/api/optional": { upstreams, optional: ["odd"] } });
    expect((await get(server, "alice")).json()).toMatchObject({ status: 403, code: "ERR_FEDSEAL_EXCHANGE_REFUSED" });
    expect((await get(server, "alice", "/api/optional")).json()).toMatchObject({ odd: null, degraded: ["odd"] });
    expect(ended).toBe(0);
  });

  test("is needed and fails ends the calls of the others", async () => {
    let arrived = () => {};
    const isThere = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    misbehave = (request, response) => {
      if (request.url === "/slow") return arrived();
      isThere.then(() => response.writeHead(500).end());
    };
    const slow = odd({ url: `${strange}/slow`, timeout: 60_000 });
    const server = await start({ "/api/home": { upstreams: { slow, odd: odd() }, optional: ["slow"] } });
    expect((await get(server, "alice")).json()).toMatchObject({ code: "ERR_FEDSEAL_UPSTREAM_STATUS" });
    await until(() => ended === 1);
  });
});

test("a browser that leaves ends the calls, and is no error in the log", async () => {
  let arrived = () => {};
  const isThere = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  misbehave = () => arrived();
  const server = await start({
    "/api/home": { upstreams: { ...two(), odd: odd({ timeout: 60_000 }) }, optional: ["odd"] },
  });
  const origin = await server.listen({ port: 0, host: "127.0.0.1" });
  const browser = new AbortController();
  const asking = fetch(`${origin}/api/home`, {
    headers: { authorization: `Bearer ${tokens.alice}` },
    signal: browser.signal,
  });
  await isThere;
  browser.abort();
  await expect(asking).rejects.toThrow("aborted");
  await until(() => ended === 1);
  expect(lines).toEqual([]);
});

test("with a cache, who leaves does not end the call for those who wait for it, too", async () => {
  let arrived = () => {};
  const isThere = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let answer = () => {};
  misbehave = (_, response) => {
    answer = () => void response.writeHead(200, json).end('{"n":1}');
    arrived();
  };
  const server = await start({ "/api/home": { upstreams: { odd: odd() }, cached: { fresh: 60 } } }, {});
  const origin = await server.listen({ port: 0, host: "127.0.0.1" });
  const browser = new AbortController();
  const headers = { authorization: `Bearer ${tokens.alice}` };
  const first = fetch(`${origin}/api/home`, { headers, signal: browser.signal });
  await isThere;
  const second = fetch(`${origin}/api/home`, { headers });
  browser.abort();
  await expect(first).rejects.toThrow("aborted");
  answer();
  expect(await (await second).json()).toEqual({ odd: { n: 1 }, degraded: [] });
});

test("an address that a request leads to another server is not asked", async () => {
  const server = await start({
    "/api/item/:id": {
      upstreams: {
        odd: odd({ origin: strange, url: ({ params }: { params: { id: string } }) => new URL(params.id, strange) }),
        ...two(),
      },
    },
  });
  misbehave = (request, response) => void response.writeHead(200, json).end(JSON.stringify(request.url));
  expect((await get(server, "alice", "/api/item/7")).json().odd).toBe("/7");
  const evil = await get(server, "alice", `/api/item/${encodeURIComponent("//evil.example/x")}`);
  expect(evil.json()).toMatchObject({ status: 500, code: "ERR_FEDSEAL_INTERNAL" });
  expect(asked).toHaveLength(2);
});

test("what only says what is wanted is passed on", async () => {
  const forward = "accept-language user-agent traceparent tracestate baggage x-request-id sec-ch-ua dnt".split(" ");
  const server = await start({ "/api/home": { upstreams: { odd: odd({ forward }) }, compose: () => ({}) } });
  expect(server).toBeDefined();
});

describe("a route", () => {
  test.each<[object, string]>([
    [{ upstreams: {} }, "`upstreams` has none"],
    [{ upstreams: { odd: {} } }, "it only passes on what `odd` answers: the page can ask that API itself"],
    [{ upstreams: { a: {}, degraded: {} } }, "no upstream can have the name `degraded`"],
    [{ upstreams: { odd: {} }, optional: ["other"], compose: () => ({}) }, '`optional` has "other"'],
    [{ upstreams: { odd: {} }, cached: { fresh: 1 } }, "`cached` needs the plugin sharedCache"],
    [{ upstreams: { odd: { target: "toString" } }, compose: () => ({}) }, 'has the target "toString"'],
    [
      { upstreams: { odd: { url: "http://api.example.com/" } }, compose: () => ({}) },
      "a `url` that is not an https URL",
    ],
    [
      { upstreams: { odd: { url: "https://a:b@api.example.com/" } }, compose: () => ({}) },
      "a `url` that has credentials",
    ],
    [{ upstreams: { odd: { url: () => "https://a.example/" } }, compose: () => ({}) }, "no `origin`"],
    [{ upstreams: { odd: { timeout: 0 } }, compose: () => ({}) }, "a `timeout` that is not 1 to 60,000 ms"],
    [{ upstreams: { odd: { maxBytes: 0 } }, compose: () => ({}) }, "a `maxBytes` that is not above 0"],
    ...[
      ..."Authorization cookie Set-Cookie host x-forwarded-for x-original-url content-length accept-encoding via".split(
        " ",
      ),
      ..."x-api-key x-auth-token x-csrf-token x-amzn-oidc-data x-client-cert true-client-ip cf-connecting-ip".split(
        " ",
      ),
      ..."auth0-forwarded-for x-http-method-override x-user-id x-tenant x-org-id x-remote-addr origin referer".split(
        " ",
      ),
      "a b",
    ].map((name): [object, string] => [
      { upstreams: { odd: { forward: [name] } }, compose: () => ({}) },
      "which is never passed on",
    ]),
    [{ upstreams: { a: {}, b: {} }, cache: undefined }, "`config.cache` of GET /api/home is missing"],
    [{ upstreams: { a: {}, b: {} }, cache: { public: 60 } }, "asks who calls, and is public"],
  ])("with %j: the server does not start", async (options, words) => {
    const { upstreams, ...rest } = options as { upstreams: Record<string, object> };
    const made = Object.fromEntries(Object.entries(upstreams).map(([name, more]) => [name, odd(more)]));
    await expect(start({ "/api/home": { upstreams: made, ...rest } })).rejects.toThrow(words);
  });

  test.each([
    [{ fresh: 0 }, "`cached` has no time"],
    [{ fresh: 1, per: "everybody" }, "`cached.per` is"],
    [{ fresh: 1, parts: "v1" }, "`cached.parts` is not a list"],
    [{ fresh: 1, parts: () => [] }, "`cached.parts` is not a list"],
  ])("with `cached` %j: the server does not start", async (cached, words) => {
    await expect(start({ "/api/home": { upstreams: { odd: odd() }, cached } }, {})).rejects.toThrow(words);
  });
});

/** Waits for what the other end of a connection sees. */
async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < 10_000; waited += 10) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(isSo()).toBe(true);
}
