import { createHmac } from "node:crypto";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { listen } from "../commands/serve.ts";

/** An issuer's key set on loopback, and tokens that it signed, or that only look so. */

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

export interface Issuer {
  url: string;
  keys: string;
  audience: string;
  /** How often the key set was asked for. */
  asked: number;
  /** What the key set answers in place of the keys. */
  instead?: { status: number; body: string } | "nothing";
  /** A token with other claims or another header. */
  token(claims?: Record<string, unknown>, header?: Record<string, unknown>, key?: Pair): Promise<string>;
  /** A new key; the key set has it alone, or with the others. */
  rotate(kid: string, keep?: boolean): Promise<void>;
  /** The public key that is in use, as text that a careless verifier takes for a shared secret. */
  publicText(): Promise<string>;
}

export const now = () => Math.floor(Date.now() / 1000);

export async function startIssuer(): Promise<Issuer> {
  let current = { kid: "first", pair: await generateKeyPair("RS256", { extractable: true }) };
  let set: JWK[] = [await jwkOf("first", current.pair)];
  const issuer: Issuer = {
    url: "",
    keys: "",
    audience: "https://bff.example.com",
    asked: 0,
    token: async (claims = {}, header = {}, key = current.pair) => {
      const time = now();
      const all = {
        iss: issuer.url,
        aud: issuer.audience,
        sub: "alice",
        org_id: "org_1",
        scope: "read:items write:items",
        iat: time,
        exp: time + 600,
        jti: crypto.randomUUID(),
        ...claims,
      };
      const payload = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      const full = { alg: "RS256", kid: current.kid, typ: "at+jwt", ...header };
      const protectedHeader = Object.fromEntries(Object.entries(full).filter(([, value]) => value !== undefined));
      return new SignJWT(payload).setProtectedHeader(protectedHeader as { alg: string }).sign(key.privateKey);
    },
    rotate: async (kid, keep = true) => {
      current = { kid, pair: await generateKeyPair("RS256", { extractable: true }) };
      set = [...(keep ? set : []), await jwkOf(kid, current.pair)];
    },
    publicText: async () => JSON.stringify(await exportJWK(current.pair.publicKey)),
  };
  issuer.url = await listen((request, response) => {
    if (request.url !== "/keys") return response.writeHead(404).end();
    issuer.asked += 1;
    if (issuer.instead === "nothing") return;
    if (issuer.instead) return response.writeHead(issuer.instead.status).end(issuer.instead.body);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys: set }));
  });
  issuer.keys = `${issuer.url}/keys`;
  return issuer;
}

async function jwkOf(kid: string, { publicKey }: Pair): Promise<JWK> {
  return { ...(await exportJWK(publicKey)), kid, use: "sig", alg: "RS256" };
}

/** A token of any header and signature. */
export function forged(token: string, header: Record<string, unknown>, secret?: string): string {
  const [, payload] = token.split(".");
  const input = `${Buffer.from(JSON.stringify(header)).toString("base64url")}.${payload}`;
  return `${input}.${secret === undefined ? "" : createHmac("sha256", secret).update(input).digest("base64url")}`;
}
