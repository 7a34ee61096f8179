import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCatalog } from "../../examples/platform/apis/catalog/catalog.js";
import { ANALYTICS, ask, CATALOG, ORIGIN, problem, startPlatform } from "./apis.ts";

/** What the API of products lets whom ask, with tokens of a real identity provider. */

let platform: Awaited<ReturnType<typeof startPlatform>>;
let catalog: Awaited<ReturnType<typeof startCatalog>>;
let alice = "";
let bob = "";

beforeAll(async () => {
  platform = await startPlatform();
  catalog = await startCatalog({ issuer: platform.issuer, audience: CATALOG, origin: ORIGIN, database: ":memory:" });
  [alice, bob] = [await platform.tokenOf("alice", CATALOG), await platform.tokenOf("bob", CATALOG)];
});
afterAll(async () => {
  await catalog.close();
  await platform.stop();
});

const at = (path: string) => `${catalog.url}${path}`;
const create = (token: string, body: unknown) => ask(at("/products"), { token, method: "POST", body });

describe("a token", () => {
  test("is needed", async () => {
    expect(await ask(at("/products"))).toMatchObject(problem(401, "ERR_FEDSEAL_SESSION_MISSING"));
  });

  test("for the other API does not count", async () => {
    const token = await platform.tokenOf("alice", ANALYTICS);
    const answer = await ask(at("/products"), { token });
    expect(answer).toMatchObject(problem(401, "ERR_FEDSEAL_SESSION_AUDIENCE"));
    expect(answer.headers.get("www-authenticate")).toContain("invalid_token");
  });

  test("that has expired does not count", async () => {
    const token = await platform.expired(CATALOG);
    expect(await ask(at("/products"), { token })).toMatchObject(problem(401, "ERR_FEDSEAL_SESSION_EXPIRED"));
  });

  test("does what its scopes name and nothing else", async () => {
    const reader = await platform.tokenOf("alice", CATALOG, ["read:catalog"]);
    const writer = await platform.tokenOf("alice", CATALOG, ["write:catalog"]);
    const refused = problem(403, "ERR_PLATFORM_SCOPE");
    const body = { name: "Scoped", priceCents: 1 };
    expect(await ask(at("/products"), { token: reader })).toMatchObject({ status: 200 });
    const answer = await create(reader, body);
    expect(answer).toMatchObject(refused);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer error="insufficient_scope", scope="write:catalog"');
    const made = await create(writer, body);
    expect(made).toMatchObject({ status: 201 });
    const path = at(`/products/${made.body.id}`);
    expect(await ask(path, { token: reader, method: "DELETE" })).toMatchObject(refused);
    expect(await ask(path, { token: reader, method: "PATCH", headers: { "if-match": "*" }, body })).toMatchObject(
      refused,
    );
    expect(await ask(path, { token: writer })).toMatchObject(refused);
    expect(await ask(path, { token: writer, method: "HEAD" })).toMatchObject({ status: 403 });
  });
});

describe("what a request holds", () => {
  test.each([
    { name: "", priceCents: 1 },
    { name: "x".repeat(201), priceCents: 1 },
    { name: "a\u0000b", priceCents: 1 },
    { name: "x", priceCents: "1" },
    { name: "x", priceCents: 1.5 },
    { name: "x", priceCents: -1 },
    { name: 5, priceCents: 1 },
    { name: "x", priceCents: 1, archived: "true" },
    { name: "x" },
    { name: "x", priceCents: 1, more: 1 },
    [[]],
  ])("%j is refused as it is", async (body) => {
    expect(await create(alice, body)).toMatchObject(problem(400, "ERR_FEDSEAL_REQUEST"));
  });

  test.each(["limit=0", "limit=101", "limit=x", "limit=1&limit=2", "archived=yes", "after=1", "more=1"])(
    "the query %s is refused",
    async (query) => {
      expect(await ask(at(`/products?${query}`), { token: alice })).toMatchObject(problem(400, "ERR_FEDSEAL_REQUEST"));
    },
  );
});

describe("a page", () => {
  const preflight = (origin: string) =>
    fetch(at("/products"), {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });

  test("of the platform may call, without cookies", async () => {
    const { status, headers } = await preflight(ORIGIN);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("access-control-allow-headers")).toContain("if-match");
    const read = await ask(at("/products"), { token: alice });
    expect(read.headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(read.headers.get("access-control-expose-headers")).toContain("etag");
    expect(read.headers.get("vary")).toMatch(/Origin/i);
    // A refusal can be read by the page, too.
    expect((await ask(at("/products"))).headers.get("access-control-allow-origin")).toBe(ORIGIN);
  });

  test.each([
    "https://evil.example.com",
    "null",
    `${ORIGIN}.evil.example.com`,
    `${ORIGIN}:8443`,
    "http://app.example.com",
  ])("of %s may not", async (origin) => {
    expect((await preflight(origin)).headers.get("access-control-allow-origin")).toBeNull();
    const { headers } = await ask(at("/products"), { token: alice, headers: { origin } });
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});

test("its document and its health are open", async () => {
  expect(await ask(at("/health"))).toMatchObject({ status: 200, body: { status: "ok" } });
  expect(await ask(at("/openapi.json"))).toMatchObject({
    status: 200,
    body: { openapi: "3.1.0", servers: [{ url: "/" }] },
  });
  expect(await ask(at("/openapi.json/x"))).toMatchObject(problem(404, "ERR_FEDSEAL_NOT_FOUND"));
});

test("who asks too often is asked to wait, alone", async () => {
  const options = { issuer: platform.issuer, audience: CATALOG, origin: ORIGIN, database: ":memory:" };
  const small = await startCatalog({ ...options, requestsPerMinute: 5 });
  try {
    const asked = [];
    for (let index = 0; index < 6; index++) asked.push(await ask(`${small.url}/products`, { token: alice }));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(asked[5]?.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await ask(`${small.url}/products`, { token: bob })).toMatchObject({ status: 200 });
  } finally {
    await small.close();
  }
});

test("an API for no origin does not start", async () => {
  for (const origin of ["*", "https://app.example.com/", "https://app.example.com/page"]) {
    await expect(
      startCatalog({ issuer: platform.issuer, audience: CATALOG, origin, database: ":memory:" }),
    ).rejects.toThrow();
  }
});
