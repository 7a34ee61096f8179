import type { UUID } from "node:crypto";
import { createRequire } from "node:module";
import { importJWK, type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Directory } from "../../examples/platform/identity/directory.js";
import { newKey, startIdentity } from "../../examples/platform/identity/identity.js";
import { forged, now } from "../fastify/issuer.ts";
import { signIn } from "../fastify/sign-in.ts";

/**
 * The Action for Auth0's Custom Token Exchange. Tokens and keys are those of a real OpenID provider; `event` and `api` have the shape that
 * Auth0 documents for the trigger `custom-token-exchange`.
 */

const { onExecuteCustomTokenExchange } = createRequire(import.meta.url)(
  "../../examples/platform/auth0/token-exchange-action.js",
) as { onExecuteCustomTokenExchange(event: unknown, api: unknown): Promise<void> };

const BFF = "https://bff.example.com";
const CATALOG = "https://catalog.example.com";
const SECRET = "the secret of the server in front of it all";
const REDIRECT = "https://shell.example.com/callback";

let identity: Awaited<ReturnType<typeof startIdentity>>;
let real = "";

beforeAll(async () => {
  const directory = new Directory();
  directory.addPerson({ name: "alice", password: "alice's password" });
  directory.addOrganization({ id: "org_1", name: "One", members: ["alice"] });
  identity = await startIdentity({
    directory,
    apis: [
      { audience: BFF, scopes: ["platform"] },
      { audience: CATALOG, scopes: ["read:catalog"] },
    ],
    clients: [
      { client_id: "bff", client_secret: SECRET, redirect_uris: [REDIRECT], grant_types: ["authorization_code"] },
    ],
  });
  const client = { clientId: "bff", clientSecret: SECRET, redirectUri: REDIRECT, scope: "platform" };
  const signedIn = await signIn(
    { issuer: identity.issuer, audience: BFF, ...client },
    { name: "alice", password: "alice's password" },
  );
  if (!("token" in signedIn)) throw new Error(signedIn.page);
  real = signedIn.token;
});
afterAll(() => identity.stop());

/** A token by the provider's key, with other claims or another header. */
async function signed(
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  key?: JWK,
): Promise<string> {
  const jwk = (key ?? identity.keys[0]) as JWK;
  const all = { iss: identity.issuer, aud: BFF, sub: "alice", org_id: "org_1", exp: now() + 300, ...claims };
  const payload = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return new SignJWT(payload)
    .setProtectedHeader({ alg: "RS256", typ: "at+jwt", kid: jwk.kid as string, ...header })
    .sign(await importJWK(jwk, "RS256"));
}

interface Changes {
  token?: string;
  client?: string;
  api?: string;
  scopes?: string[];
  organization?: string | null;
  secrets?: Record<string, string>;
}

/** Runs the Action, and gives what it called. */
async function run({
  token = real,
  client = "bff",
  api = CATALOG,
  scopes = ["read:catalog"],
  organization = "org_1",
  secrets = {},
}: Changes = {}): Promise<unknown[][]> {
  const called: unknown[][] = [];
  const record =
    (name: string) =>
    (...args: unknown[]) =>
      void called.push([name, ...args]);
  const targets = { [CATALOG]: ["read:catalog", "write:catalog"] };
  await onExecuteCustomTokenExchange(
    {
      client: { client_id: client, name: "BFF", metadata: {} },
      ...(organization && {
        organization: { id: organization, name: "one", display_name: "One", metadata: {} },
      }),
      request: { body: {}, geoip: {}, ip: "203.0.113.7", method: "POST", hostname: "tenant.eu.auth0.com" },
      resource_server: { identifier: api },
      secrets: {
        ISSUER: identity.issuer,
        AUDIENCE: BFF,
        CLIENT_ID: "bff",
        TARGETS: JSON.stringify(targets),
        ...secrets,
      },
      tenant: { id: "tenant" },
      transaction: {
        subject_token: token,
        subject_token_type: "urn:example:bff-session",
        requested_scopes: scopes,
        requested_token_type: null,
      },
    },
    {
      access: { deny: record("deny"), rejectInvalidSubjectToken: record("rejectInvalidSubjectToken") },
      authentication: { setUserById: record("setUserById"), setOrganization: record("setOrganization") },
    },
  );
  return called;
}

test("a token of the BFF becomes one of the same person and organization", async () => {
  expect(await run()).toEqual([
    ["setOrganization", "org_1"],
    ["setUserById", "alice"],
  ]);
  expect(await run({ token: await signed({ aud: [BFF, `${identity.issuer}/userinfo`] }) })).toHaveLength(2);
});

describe("what is asked for", () => {
  const REFUSED: [what: string, changes: Changes, code: string][] = [
    ["another organization", { organization: "org_2" }, "invalid_grant"],
    ["no organization", { organization: null }, "invalid_grant"],
    ["another application", { client: "somebody" }, "unauthorized_client"],
    ["an API that is not listed", { api: "https://payroll.example.com" }, "invalid_target"],
    ["the name of something that every object has", { api: "constructor" }, "invalid_target"],
    ["a scope that is not listed", { scopes: ["read:catalog", "delete:catalog"] }, "invalid_scope"],
    ["no scope", { scopes: [] }, "invalid_scope"],
    ["a missing secret", { secrets: { AUDIENCE: "" } }, "server_error"],
  ];
  test.each(REFUSED)("%s is refused", async (_what, changes, code) => {
    expect(await run(changes)).toEqual([["deny", code, expect.any(String)]]);
  });
});

describe("a subject token that does not count", () => {
  const TOKENS: [what: string, make: () => string | Promise<string>][] = [
    ["garbage", () => "garbage"],
    ["of another API", () => signed({ aud: CATALOG })],
    ["of another issuer", () => signed({ iss: "https://elsewhere.example.com/" })],
    ["ended", () => signed({ exp: now() - 60 })],
    ["an ID token", () => signed({}, { typ: "JWT" })],
    ["of no organization", () => signed({ org_id: undefined })],
    ["of nobody", () => signed({ sub: undefined })],
    ["bound to a key", () => signed({ cnf: { jkt: "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I" } })],
    ["exchanged before", () => signed({ act: { sub: "bff" } })],
    [
      "signed by another key of the same name",
      async () => signed({}, {}, await newKey((identity.keys[0] as { kid: UUID }).kid)),
    ],
    ["signed by a key that the issuer does not have", async () => signed({}, {}, await newKey())],
    ["unsigned", () => forged(real, { alg: "none", typ: "at+jwt" })],
    ["signed with the public key as a secret", () => forged(real, { alg: "HS256", typ: "at+jwt" }, publicKey())],
  ];
  test.each(TOKENS)("%s", async (_what, make) => {
    expect(await run({ token: await make() })).toEqual([["rejectInvalidSubjectToken", expect.any(String)]]);
  });
});

test("without the issuer's keys nothing is let in, and nobody's address is blamed for it", async () => {
  const nobody = "http://127.0.0.1:9/";
  const called = await run({ token: await signed({ iss: nobody }), secrets: { ISSUER: nobody } });
  expect(called).toEqual([["deny", "server_error", "The key set cannot be had."]]);
});

function publicKey(): string {
  const { n, e, kty } = identity.keys[0] as JWK;
  return JSON.stringify({ kty, n, e });
}
