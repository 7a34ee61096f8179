import { createHash, generateKeyPairSync, type KeyObject, sign as signBytes } from "node:crypto";

/** Signs as `fedseal sign` does, by Node's own crypto: the tests of what verifies do not go by the code of what signs. */

export interface SigningKey {
  alg: "Ed25519" | "ES256";
  kid: string;
  /** As hosts pin it. */
  jwk: { kty: string; crv: string; x: string; y?: string };
  /** As nobody may pin it. */
  privateJwk: { kty: string; crv: string; x: string; y?: string; d: string };
  key: KeyObject;
}

/** What a statement may have instead of what is right. */
export type Statement = Record<string, unknown>;

export interface Signature {
  protected: string;
  signature: string;
}

export function newKey(alg: "Ed25519" | "ES256" = "Ed25519"): SigningKey {
  const { privateKey: key } =
    alg === "Ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { kty, crv, x, y, d } = key.export({ format: "jwk" }) as SigningKey["privateJwk"];
  const jwk = { kty, crv, x, ...(y !== undefined && { y }) };
  return { alg, kid: thumbprint(jwk), jwk, privateJwk: { ...jwk, d }, key };
}

/** RFC 7638. */
export function thumbprint({ kty, crv, x, y }: SigningKey["jwk"]): string {
  const members = { crv, kty, x, ...(y !== undefined && { y }) };
  return createHash("sha256").update(JSON.stringify(members)).digest("base64url");
}

export const now = () => Math.floor(Date.now() / 1000);
export const DAY = 86_400;

/** The statement of a remote, in canonical order; `change` puts other values in. */
export function statement(key: SigningKey, origin: string, change: Statement = {}): Statement {
  const iat = now() - 60;
  const right = {
    alg: key.alg,
    kid: key.kid,
    typ: "mf-manifest+jws",
    crit: ["b64"],
    b64: false,
    schema: 1,
    remote: "shop",
    release: "1",
    origin,
    seq: iat,
    iat,
    exp: iat + 30 * DAY,
  };
  return { ...right, ...change };
}

/** Signs bytes under a protected header, which may be text that is no statement. */
export function signature(key: SigningKey, header: Statement | string | Buffer, bytes: Uint8Array): Signature {
  const text = typeof header === "string" || Buffer.isBuffer(header) ? header : JSON.stringify(header);
  const encoded = Buffer.from(text as string).toString("base64url");
  return { protected: encoded, signature: rawSignature(key, encoded, bytes).toString("base64url") };
}

export function rawSignature(key: SigningKey, header: string, bytes: Uint8Array): Buffer {
  const input = Buffer.concat([Buffer.from(`${header}.`), bytes]);
  if (key.alg === "Ed25519") return signBytes(null, input, key.key);
  const raw = signBytes("sha256", input, { key: key.key, dsaEncoding: "ieee-p1363" });
  return halfOf(raw) ? raw : mirrored(raw);
}

export function sidecar(...signatures: Signature[]): string {
  return JSON.stringify({ signatures });
}

const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function halfOf(raw: Buffer): boolean {
  return BigInt(`0x${raw.subarray(32).toString("hex")}`) <= N / 2n;
}

/** The other signature of the same bytes that P-256 has: with N - s. */
export function mirrored(raw: Buffer): Buffer {
  const s = N - BigInt(`0x${raw.subarray(32).toString("hex")}`);
  return Buffer.concat([raw.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, "0"), "hex")]);
}

/** The order of Ed25519. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The same Ed25519 signature with s + L, which is as good in arithmetic and not what RFC 8032 allows. */
export function withLargeS(raw: Buffer): Buffer {
  const s = BigInt(`0x${Buffer.from(raw.subarray(32)).reverse().toString("hex")}`) + L;
  return Buffer.concat([raw.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, "0"), "hex").reverse()]);
}

/** DER, as OpenSSL writes signatures of P-256. */
export function derSignature(key: SigningKey, header: string, bytes: Uint8Array): Buffer {
  return signBytes("sha256", Buffer.concat([Buffer.from(`${header}.`), bytes]), key.key);
}

/** The headers by which Chromium checks a response itself (RFC 9421, `Unencoded-Digest`, signature-based integrity). */
export function headerCarrier(key: SigningKey, bytes: Uint8Array, expires = now() + DAY): Record<string, string> {
  const digest = `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`;
  const raw = Buffer.from(key.jwk.x, "base64url").toString("base64");
  const created = Math.min(now(), expires) - DAY;
  const parameters = `("unencoded-digest";sf);created=${created};expires=${expires};keyid="${raw}";tag="ed25519-integrity"`;
  const base = `"unencoded-digest";sf: ${digest}\n"@signature-params": ${parameters}`;
  return {
    "unencoded-digest": digest,
    "signature-input": `sig0=${parameters}`,
    signature: `sig0=:${signBytes(null, Buffer.from(base), key.key).toString("base64")}:`,
  };
}
