import { SignJWT } from "jose";
import { Directory } from "../../examples/platform/identity/directory.js";
import { startIdentity } from "../../examples/platform/identity/identity.js";
import { signIn } from "../fastify/sign-in.ts";

/** The identity provider of the platform with two organizations, and tokens of their people for the domain APIs. */

export const ORIGIN = "https://app.example.com";
export const CATALOG = "https://catalog.example.com";
export const ANALYTICS = "https://analytics.example.com";
const SCOPES: Record<string, string[]> = {
  [CATALOG]: ["read:catalog", "write:catalog"],
  [ANALYTICS]: ["read:analytics", "other:analytics"],
};
const CLIENT = { clientId: "app", clientSecret: "the secret of the application", redirectUri: `${ORIGIN}/callback` };

export async function startPlatform() {
  const directory = new Directory();
  for (const name of ["alice", "bob"]) directory.addPerson({ name, password: `${name}'s password` });
  directory.addOrganization({ id: "org_1", name: "One", members: ["alice"] });
  directory.addOrganization({ id: "org_2", name: "Two", members: ["bob"] });
  const identity = await startIdentity({
    directory,
    apis: Object.entries(SCOPES).map(([audience, scopes]) => ({ audience, scopes })),
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [CLIENT.redirectUri],
        grant_types: ["authorization_code"],
      },
    ],
  });
  const { issuer } = identity;
  return {
    issuer,
    stop: identity.stop,

    /** An access token, by signing in. */
    async tokenOf(name: "alice" | "bob", audience: string, scopes = SCOPES[audience] ?? []): Promise<string> {
      const scope = scopes.join(" ");
      const got = await signIn({ issuer, ...CLIENT, audience, scope }, { name, password: `${name}'s password` });
      if (!("token" in got)) throw new Error(got.page);
      return got.token;
    },

    /** A token by the issuer's key that ended an hour ago. */
    async expired(audience: string): Promise<string> {
      const [key] = identity.keys as (import("jose").JWK & { kid: string })[];
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ org_id: "org_1", scope: (SCOPES[audience] ?? []).join(" ") })
        .setProtectedHeader({ alg: "RS256", typ: "at+jwt", kid: key?.kid ?? "" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject("alice")
        .setIssuedAt(now - 7200)
        .setExpirationTime(now - 3600)
        .sign(key as import("jose").JWK);
    },
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: whatever an API says
  body: any;
}

/** A request of a page to an API. */
export async function ask(
  url: string,
  {
    token,
    method = "GET",
    body,
    headers = {},
  }: { token?: string; method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      origin: ORIGIN,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

/** What a refusal is, for `toMatchObject`. */
export const problem = (status: number, code: string) => ({ status, body: { status, code } });

/** Texts that would change a statement they were pasted into. */
export const INJECTIONS = [
  "' OR '1'='1",
  "'; DROP TABLE products; --",
  "x' UNION SELECT * FROM products --",
  '" OR ""="',
  "1) OR (1=1",
  "\\'; DELETE FROM products; /*",
  "$org_id",
  "?",
];
