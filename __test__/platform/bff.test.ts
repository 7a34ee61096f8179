import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore } from "@fedseal/fastify";
import type { FastifyInstance } from "fastify";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBff } from "../../examples/platform/bff/bff.js";
import { Directory } from "../../examples/platform/identity/directory.js";
import { startIdentity } from "../../examples/platform/identity/identity.js";
import { freePort } from "../../examples/platform/start/free-port.js";
import { Browser } from "./browser.ts";

/** The server of the platform, as a browser uses it: with a real OpenID provider, its form and its cookies. */

const SECRET = "the secret of the server in front of it all";
const AUDIENCE = "https://bff.example.com";
const ORDERS = "https://orders.example.com";
const MANIFEST = (release: string) => `https://cdn.example.com/orders/${release}/mf-manifest.json`;

const directory = new Directory();
for (const name of ["alice", "bob"]) directory.addPerson({ name, password: `${name}'s password` });
directory.addOrganization({ id: "org_1", name: "One", members: ["alice", "bob"] });
directory.addOrganization({ id: "org_2", name: "Two", members: ["bob"] });

let identity: Awaited<ReturnType<typeof startIdentity>>;
let bff: FastifyInstance;
let origin = "";
const lines: string[] = [];

beforeAll(async () => {
  // The port is needed before the server is made: it is part of what the issuer allows.
  origin = `http://127.0.0.1:${await freePort()}`;
  identity = await startIdentity({
    directory,
    apis: [
      { audience: AUDIENCE, scopes: ["platform"], subjectOf: ["bff"] },
      { audience: ORDERS, scopes: ["read:orders", "write:orders"] },
    ],
    clients: [
      {
        client_id: "bff",
        client_secret: SECRET,
        redirect_uris: [`${origin}/callback`],
        grant_types: ["authorization_code", "urn:ietf:params:oauth:grant-type:token-exchange"],
      },
    ],
  });
  const path = join(mkdtempSync(join(tmpdir(), "fedseal-platform-")), "rollouts.json");
  const canary = { release: "2", manifest: MANIFEST("2"), percent: 0, allow: ["org_2"] };
  writeFileSync(
    path,
    JSON.stringify({ seq: 1, remotes: { orders: { stable: { release: "1", manifest: MANIFEST("1") }, canary } } }),
  );
  bff = await createBff({
    issuer: identity.issuer,
    clientId: "bff",
    clientSecret: SECRET,
    origin,
    audience: AUDIENCE,
    key: randomBytes(32),
    targets: { orders: { audience: ORDERS, scopes: ["read:orders"] } },
    store: fileStore(path),
    entitlementsOf: (orgId: string) => (orgId === "org_1" ? ["orders"] : ["orders", "reports"]),
    logger: { level: "trace", stream: { write: (line: string) => void lines.push(line) } },
  });
  await bff.listen({ port: Number(new URL(origin).port), host: "127.0.0.1" });
});
afterAll(async () => {
  await bff.close();
  await identity.stop();
});

async function signedIn(name: string, organization: string, path = "/api/platform/session"): Promise<Browser> {
  const browser = new Browser(origin);
  const form = await browser.get(`${origin}/login?organization=${organization}&return=${encodeURIComponent(path)}`);
  const page = await browser.post(form.url, new URLSearchParams({ name, password: `${name}'s password` }));
  expect(page.url).toBe(`${origin}${path}`);
  return browser;
}

describe("signing in", () => {
  test("leads back to where it began, and says who it is", async () => {
    const browser = await signedIn("alice", "org_1");
    const { status, body } = await browser.get(`${origin}/api/platform/session`);
    expect({ status, body: JSON.parse(body) }).toEqual({
      status: 200,
      body: { sub: "alice", orgId: "org_1", entitlements: ["orders"] },
    });
  });

  test("its cookies are for no script, no other site, and no plain connection", async () => {
    const browser = await signedIn("alice", "org_1");
    const set = browser.received.filter((line) => /^__Host-(session|login-[\w-]{16})=[^;]/.test(line));
    expect(set).toHaveLength(2);
    for (const line of set) expect(line).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    // No token in them that anybody else could read, and none in an address.
    expect(browser.received.join("")).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{20,}/);
    for (const url of browser.visited) expect(url).not.toMatch(/access_token|eyJ/);
  });

  test.each([
    "https://evil.example.com/",
    "//evil.example.com",
    "/\\evil.example.com",
    "http:evil.example.com",
    "javascript:alert(1)",
    "/.//evil.example.com",
    "/..//evil.example.com",
    "/%2e//evil.example.com",
    "http://[",
    "",
  ])("a way back to %j stays here", async (wanted) => {
    const browser = new Browser(origin);
    const form = await browser.get(`${origin}/login?organization=org_1&return=${encodeURIComponent(wanted)}`);
    const page = await browser.post(form.url, new URLSearchParams({ name: "alice", password: "alice's password" }));
    expect(new URL(page.url).origin).toBe(origin);
  });

  test("an answer that this browser did not ask for is refused", async () => {
    const victim = new Browser(origin);
    for (const path of ["/callback?code=x&state=y", "/callback"]) {
      expect(JSON.parse((await victim.get(`${origin}${path}`)).body)).toMatchObject({
        status: 400,
        code: "ERR_FEDSEAL_REQUEST",
      });
    }
    await victim.get(`${origin}/login?organization=org_1`);
    const authorize = victim.visited.find((url) => url.includes("/authorize?")) as string;
    const state = new URL(authorize).searchParams.get("state") as string;
    const detailOf = async (query: string) =>
      JSON.parse((await victim.get(`${origin}/callback?code=x&state=${query}`)).body).detail;
    for (const other of ["made-up", `${state.slice(0, 16)}${"x".repeat(27)}`.slice(0, 30), `${state}&state=${state}`]) {
      expect(await detailOf(other)).toMatch(/No sign-in is under way|did not end well/);
    }
    const again = new Browser(origin);
    await again.get(`${origin}/login?organization=org_1`);
    const own = new URL(again.visited.find((url) => url.includes("/authorize?")) as string).searchParams.get("state");
    expect(JSON.parse((await again.get(`${origin}/callback?code=x&state=${own}`)).body)).toMatchObject({
      status: 400,
      detail: "The sign-in did not end well; begin again.",
    });
    // Nothing is under way after that.
    expect(JSON.parse((await again.get(`${origin}/callback?code=x&state=${own}`)).body).detail).toContain(
      "No sign-in is under way",
    );
  });

  test("a cookie that was made up, changed, or is another one's is none", async () => {
    const browser = await signedIn("alice", "org_1");
    const good = browser.cookies.get("__Host-session") as string;
    const parts = good.split(".");
    const changed = [...parts.slice(0, 3), `${parts[3]?.slice(0, -2)}AA`, parts[4]].join(".");
    for (const value of ["", "x", "a.b.c.d.e", changed, good.slice(1)]) {
      browser.cookies.set("__Host-session", value);
      expect((await browser.get(`${origin}/api/platform/session`)).status).toBe(401);
    }
    browser.cookies.set("__Host-session", good);
    expect((await browser.get(`${origin}/api/platform/session`)).status).toBe(200);
  });

  test("signing out ends it", async () => {
    const browser = await signedIn("alice", "org_1");
    const { status, body } = await browser.post(`${origin}/logout`, "");
    expect(status).toBe(200);
    const location = new URL(JSON.parse(body).location);
    expect([location.origin, location.pathname]).toEqual([identity.issuer, "/oidc/logout"]);
    expect(location.searchParams.get("post_logout_redirect_uri")).toBe(`${origin}/`);
    expect((await browser.get(`${origin}/api/platform/session`)).status).toBe(401);
  });
});

describe("what is asked", () => {
  test("each organization gets its own releases", async () => {
    for (const [name, organization, release, channel] of [
      ["alice", "org_1", "1", "stable"],
      ["bob", "org_2", "2", "canary"],
    ] as const) {
      const browser = await signedIn(name, organization);
      const { body } = await browser.get(`${origin}/api/platform/releases`);
      expect(JSON.parse(body)).toEqual({
        seq: 1,
        remotes: { orders: { release, manifest: MANIFEST(release), channel } },
      });
    }
  });

  test("a remote gets a token for its API, of this person in this organization", async () => {
    const browser = await signedIn("bob", "org_2");
    const { status, body } = await browser.post(`${origin}/api/platform/token/orders`, "");
    expect(status).toBe(200);
    const { token, scopes } = JSON.parse(body);
    expect(scopes).toEqual(["read:orders"]);
    expect(decodeJwt(token)).toMatchObject({ sub: "bob", org_id: "org_2", aud: ORDERS });
    // What an organization did not buy, it is not told about.
    expect(JSON.parse((await browser.post(`${origin}/api/platform/token/nothing`, "")).body)).toMatchObject({
      status: 403,
      code: "ERR_PLATFORM_NOT_ENTITLED",
    });
  });

  test("a new key of the issuer signs nobody out, and what it signs counts at once", async () => {
    const before = await signedIn("alice", "org_1");
    const [old] = identity.keys;
    await identity.rotate();
    const after = await signedIn("bob", "org_2");
    for (const [browser, sub] of [[before, "alice"] as const, [after, "bob"] as const]) {
      const { status, body } = await browser.post(`${origin}/api/platform/token/orders`, "");
      expect(status).toBe(200);
      expect(decodeJwt(JSON.parse(body).token).sub).toBe(sub);
      expect(decodeProtectedHeader(JSON.parse(body).token).kid).toBe((identity.keys[0] as { kid: string }).kid);
    }
    expect(identity.keys).toHaveLength(2);
    expect(identity.keys[1]).toBe(old);
  });

  test("a page that says who it is gets nothing of anybody else's", async () => {
    const cookie = (browser: Browser) => `__Host-session=${browser.cookies.get("__Host-session")}`;
    const alice = cookie(await signedIn("alice", "org_1"));
    const asked = (as: string, path: string, method = "GET") =>
      fetch(`${origin}${path}`, { method, headers: { cookie: alice, origin, "x-platform-as": as } });
    for (const [path, method] of [
      ["/api/platform/session"],
      ["/api/platform/releases"],
      ["/api/platform/token/orders", "POST"],
      ["/api/platform/rum", "POST"],
    ] as const) {
      for (const as of ["org_2%20alice", "org_1%20bob", "org_1 alice", "", "org_1%20alice%20"]) {
        expect((await asked(as, path, method)).status, `${path} as ${as}`).toBe(409);
      }
    }
    expect((await asked("org_1%20alice", "/api/platform/session")).status).toBe(200);
  });

  test("tabs that begin to sign in at once all end well", async () => {
    const browser = new Browser(origin);
    const pages = [];
    for (const path of ["/api/platform/session", "/api/platform/releases"]) {
      pages.push(await browser.get(`${origin}/login?organization=org_1&return=${encodeURIComponent(path)}`));
    }
    for (const { url } of pages) {
      const form = new URLSearchParams({ name: "alice", password: "alice's password" });
      expect((await browser.post(url, form)).status).toBe(200);
    }
  });

  test("another site's page gets nothing, though the browser would send the cookie", async () => {
    const browser = await signedIn("alice", "org_1");
    for (const other of ["https://evil.example.com", "null", null, `${origin}.evil.example.com`]) {
      const { status, body } = await browser.post(`${origin}/api/platform/token/orders`, "", other);
      expect({ status, body: JSON.parse(body) }).toMatchObject({ status: 403, body: { code: "ERR_FEDSEAL_REQUEST" } });
    }
  });

  test("who asks too often is asked to wait, alone", async () => {
    const [alice, bob] = [await signedIn("alice", "org_1"), await signedIn("bob", "org_1")];
    const asked = await Promise.all(Array.from({ length: 310 }, () => alice.get(`${origin}/api/platform/session`)));
    const refused = asked.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(JSON.parse(refused[0]?.body ?? "")).toMatchObject({ status: 429, code: "ERR_FEDSEAL_REQUEST" });
    expect((await bob.get(`${origin}/api/platform/session`)).status).toBe(200);
  });

  test("nobody who is not signed in gets anything", async () => {
    const stranger = new Browser(origin);
    for (const path of ["session", "releases"])
      expect((await stranger.get(`${origin}/api/platform/${path}`)).status).toBe(401);
    expect((await stranger.post(`${origin}/api/platform/token/orders`, "")).status).toBe(401);
  });
});

test("the log has no token, no code and no cookie", () => {
  const log = lines.join("");
  expect(log.length).toBeGreaterThan(1_000);
  expect(log).not.toMatch(/eyJ[\w-]{10,}/);
  expect(log).toContain('"path":"/callback"');
  expect(log).not.toMatch(/[?&](code|state|invitation)=/);
  expect(log).not.toContain(SECRET);
});
