import { problems, type SessionOptions, session } from "@fedseal/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import { generateKeyPair } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forged, type Issuer, now, startIssuer } from "./issuer.ts";

/** `session`: who calls, for which organization, or a reason why nobody does. */

const servers: FastifyInstance[] = [];
let issuer: Issuer;
let server: FastifyInstance;
beforeAll(async () => {
  issuer = await startIssuer();
  server = await serverFor(issuer);
});
afterAll(async () => {
  for (const one of servers) await one.close();
});

async function serverFor({ url, audience, keys }: Issuer, options: Partial<SessionOptions> = {}, lines: string[] = []) {
  const made = Fastify({ logger: { stream: { write: (line: string) => void lines.push(line) } } });
  servers.push(made);
  await made.register(problems);
  await made.register(session, { issuer: url, audience, keys, ...options });
  made.get("/me", async ({ session }) => ({ sub: session.sub, orgId: session.orgId, scopes: [...session.scopes] }));
  made.get("/log", async (request) => {
    request.log.info({ session: request.session }, "who");
    return request.session;
  });
  made.get("/open", { config: { session: "none" } }, async () => "open");
  made.get("/careless", { config: { session: "none" } }, async (request) => request.session.sub);
  made.get<{ Params: { orgId: string } }>("/items/:orgId", async ({ session, params }) =>
    session.own(rowOf(params.orgId)),
  );
  return made;
}

/** As a database gives it. */
function rowOf(orgId: string) {
  if (orgId === "null") return null;
  if (orgId === "undefined") return undefined;
  return { orgId: orgId === "none" ? undefined : orgId, name: "pen" };
}

const ask = async (token?: string, path = "/me", one = server) => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await one.inject({ url: path, headers });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
};

describe("a good token", () => {
  test("says who calls, for which organization, and what they may", async () => {
    const { status, body } = await ask(await issuer.token());
    expect({ status, body }).toEqual({
      status: 200,
      body: { sub: "alice", orgId: "org_1", scopes: ["read:items", "write:items"] },
    });
  });

  test.each([
    ["one audience of several", { aud: ["https://other.example.com", "https://bff.example.com"] }],
    ["no scope", { scope: undefined }],
    ["a clock that is three seconds ahead", { nbf: now() + 3, iat: now() + 3 }],
  ])("%s", async (_, claims) => {
    expect(await ask(await issuer.token(claims))).toMatchObject({ status: 200 });
  });

  test("a route that asks nobody is open, and has no session", async () => {
    expect((await server.inject("/open")).body).toBe("open");
    expect((await ask(undefined, "/careless")).status).toBe(500);
  });

  test("the token is neither in an answer nor in the log", async () => {
    const lines: string[] = [];
    const one = await serverFor(issuer, {}, lines);
    const token = await issuer.token();
    const response = await one.inject({ url: "/log", headers: { authorization: `Bearer ${token}` } });
    expect(response.json()).toMatchObject({ sub: "alice" });
    const seen = `${response.body}${lines.join("")}`;
    for (const part of token.split(".")) expect(seen).not.toContain(part);
  });
});

describe("a token that does not count", () => {
  type Making = () => Promise<string | undefined>;
  const cases: [string, string, Making][] = [
    ["none", "MISSING", async () => undefined],
    ["what is no token", "MALFORMED", async () => "abc"],
    ["three parts of nothing", "MALFORMED", async () => "a.b.c"],
    ["an expired one", "EXPIRED", () => issuer.token({ exp: now() - 10 })],
    ["one that never ends", "MALFORMED", () => issuer.token({ exp: undefined })],
    ["one that begins tomorrow", "NOT_YET", () => issuer.token({ nbf: now() + 86_400 })],
    ["one of another issuer", "ISSUER", () => issuer.token({ iss: "https://other.example.com" })],
    ["one whose issuer has a slash more", "ISSUER", () => issuer.token({ iss: `${issuer.url}/` })],
    ["one for another API", "AUDIENCE", () => issuer.token({ aud: "https://api.example.com" })],
    ["one for nobody", "AUDIENCE", () => issuer.token({ aud: undefined })],
    ["an ID token", "TYPE", () => issuer.token({}, { typ: "JWT" })],
    ["one without a type", "TYPE", () => issuer.token({}, { typ: undefined })],
    ["one of no organization", "ORGANIZATION", () => issuer.token({ org_id: undefined })],
    ["one of an empty organization", "ORGANIZATION", () => issuer.token({ org_id: "" })],
    ["one of two organizations", "ORGANIZATION", () => issuer.token({ org_id: ["org_1", "org_2"] })],
    ["one of no person", "MALFORMED", () => issuer.token({ sub: undefined })],
    ["one with a key that nobody knows", "KEY", () => issuer.token({}, { kid: "other" })],
    [
      "one that somebody else signed",
      "SIGNATURE",
      async () => issuer.token({}, {}, await generateKeyPair("RS256", { extractable: true })),
    ],
    ["alg none", "ALGORITHM", async () => forged(await issuer.token(), { alg: "none", typ: "at+jwt", kid: "first" })],
    [
      "the public key as a shared secret",
      "ALGORITHM",
      async () =>
        forged(await issuer.token(), { alg: "HS256", typ: "at+jwt", kid: "first" }, await issuer.publicText()),
    ],
    ["one with a changed body", "SIGNATURE", async () => changed(await issuer.token())],
    [
      "one with a header that has to be understood",
      "MALFORMED",
      async () =>
        forged(
          await issuer.token(),
          { alg: "RS256", typ: "at+jwt", kid: "first", crit: ["urn:x"], "urn:x": true },
          "x",
        ),
    ],
  ];

  test.each(cases)("%s: %s", async (_, reason, make) => {
    const token = await make();
    const { status, body, headers } = await ask(token);
    expect(body).toMatchObject({ status: 401, code: `ERR_FEDSEAL_SESSION_${reason}`, title: "Unauthorized" });
    expect(status).toBe(401);
    expect(headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(headers["www-authenticate"]).toBe(reason === "MISSING" ? "Bearer" : 'Bearer error="invalid_token"');
    if (token !== undefined && token.length > 10) expect(JSON.stringify(body)).not.toContain(token.split(".")[1]);
  });

  function changed(token: string): string {
    const [header, payload, signature] = token.split(".") as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    const other = Buffer.from(JSON.stringify({ ...claims, org_id: "org_2" })).toString("base64url");
    return `${header}.${other}.${signature}`;
  }

  test.each(["", "Basic YTpi", "bearer", "Bearer ", "Bearer a b", "Token x"])(
    "Authorization: %j is no token",
    async (authorization) => {
      const response = await server.inject({ url: "/me", headers: { authorization } });
      expect(response.json()).toMatchObject({ code: "ERR_FEDSEAL_SESSION_MISSING" });
    },
  );
});

describe("resources", () => {
  test.each([
    ["of the caller's organization", "org_1", 200],
    ["of another one", "org_2", 403],
    ["of none", "none", 403],
  ])("%s", async (_, orgId, expected) => {
    const { status, body } = await ask(await issuer.token(), `/items/${orgId}`);
    expect(status).toBe(expected);
    expect(body).toMatchObject(expected === 200 ? { name: "pen" } : { code: "ERR_FEDSEAL_WRONG_ORGANIZATION" });
  });
});

describe("the issuer's keys", () => {
  test("a new key counts at once, and the old one as long as it is in the set", async () => {
    const own = await startIssuer();
    const one = await serverFor(own);
    const before = await own.token();
    expect((await ask(before, "/me", one)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await own.rotate("second");
    expect((await ask(await own.token(), "/me", one)).status).toBe(200);
    expect((await ask(before, "/me", one)).status).toBe(200);
    expect(own.asked).toBe(2);
  });

  test("a key that is newer than the last look is waited for, by all who come with it", async () => {
    const own = await startIssuer();
    const one = await serverFor(own);
    expect((await ask(await own.token(), "/me", one)).status).toBe(200);
    await own.rotate("second");
    const tokens = await Promise.all(Array.from({ length: 50 }, () => own.token()));
    const answers = await Promise.all(tokens.map((token) => ask(token, "/me", one)));
    expect(answers.map(({ status }) => status)).toEqual(tokens.map(() => 200));
    expect(own.asked).toBe(2);
  });

  test("tokens with made-up keys do not make it ask again and again", async () => {
    const own = await startIssuer();
    const one = await serverFor(own);
    expect((await ask(await own.token(), "/me", one)).status).toBe(200);
    for (let index = 0; index < 100; index++) {
      const { body } = await ask(await own.token({}, { kid: `made-up-${index}` }), "/me", one);
      expect(body).toMatchObject({ code: "ERR_FEDSEAL_SESSION_KEY" });
    }
    // Once for each of the few that are waited for, and then not again.
    expect(own.asked).toBeLessThanOrEqual(8);
  });

  test.each([
    ["fails", { status: 500, body: "" }],
    ["answers with a page", { status: 200, body: "<!doctype html>" }],
    ["answers with something else", { status: 200, body: "{}" }],
    ["answers with megabytes", { status: 200, body: `{"keys":[],"x":"${"x".repeat(2_000_000)}"}` }],
    ["does not answer", "nothing" as const],
  ])("an issuer that %s: nobody is let in, in bounded time, with a hint when to ask again", async (_, instead) => {
    const own = await startIssuer();
    own.instead = instead;
    const one = await serverFor(own);
    const { status, body, headers } = await ask(await own.token(), "/me", one);
    expect({ status, body }).toMatchObject({ status: 503, body: { code: "ERR_FEDSEAL_SESSION_KEYS_UNREACHABLE" } });
    expect(headers["retry-after"]).toBe("5");
    delete own.instead;
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await ask(await own.token(), "/me", one)).status).toBe(200);
  });

  test("an issuer that cannot be reached", async () => {
    const one = await serverFor(issuer, { keys: "http://127.0.0.1:1/keys" });
    expect((await ask(await issuer.token(), "/me", one)).body).toMatchObject({ status: 503 });
  });
});

describe("options", () => {
  test.each([
    [{ issuer: "" }, "`issuer` is needed"],
    [{ audience: "" }, "`audience` is needed"],
    [{ keys: "keys" }, "`keys` is not a URL"],
    [{ keys: "http://issuer.example.com/keys" }, "`keys` is not an https URL"],
    [{ keys: "https://me:secret@issuer.example.com/keys" }, "`keys` has credentials"],
    [{ algorithms: ["HS256"] }, '`algorithms` has "HS256"'],
    [{ algorithms: ["none"] }, '`algorithms` has "none"'],
    [{ algorithms: [] }, "`algorithms` is empty"],
    [{ clockTolerance: Number.NaN }, "`clockTolerance` is not 0 to 300"],
    [{ clockTolerance: 86_400 }, "`clockTolerance` is not 0 to 300"],
    [{ clockTolerance: "5" }, "`clockTolerance` is not 0 to 300"],
    [{ typ: "" }, "`typ` is neither a type nor `false`"],
    [{ typ: null }, "`typ` is neither"],
    [{ token: "cookie" }, "`token` is not a function"],
    [{ audiences: ["x"] }, "`audiences` is no option; there are issuer, audience,"],
  ])("%j: the server does not start", async (options, words) => {
    await expect(serverFor(issuer, options as Partial<SessionOptions>)).rejects.toThrow(words);
  });

  test("an issuer without a type, a cookie in place of the header, another algorithm", async () => {
    const typeless = await serverFor(issuer, { typ: false });
    expect((await ask(await issuer.token({}, { typ: undefined }), "/me", typeless)).status).toBe(200);
    const es256 = await serverFor(issuer, { algorithms: ["ES256"] });
    expect((await ask(await issuer.token(), "/me", es256)).body).toMatchObject({
      code: "ERR_FEDSEAL_SESSION_ALGORITHM",
    });
    const own = await serverFor(issuer, { token: ({ headers }) => headers["x-token"] as string | undefined });
    const response = await own.inject({ url: "/me", headers: { "x-token": await issuer.token() } });
    expect(response.statusCode).toBe(200);
    expect((await ask(await issuer.token(), "/me", own)).body).toMatchObject({ code: "ERR_FEDSEAL_SESSION_MISSING" });
  });
});

test("what does not exist is not found, for everybody", async () => {
  expect((await ask(undefined, "/nothing?x=1")).body).toMatchObject({
    code: "ERR_FEDSEAL_NOT_FOUND",
    detail: "There is no GET /nothing",
  });
});
