import { digest } from "../sri.js";
import { urlSafe } from "./base64.js";

/** A public key as JWK (RFC 7517, RFC 8037). Other members may be there and are not believed: `kid` and `alg` are the key's. */
export interface PublicJwk {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly [member: string]: unknown;
}

/** A pinned key. */
export interface Key {
  /** The `alg` of its signatures. */
  algorithms: readonly string[];
  /** RFC 7638. */
  kid(): Promise<string>;
  /** Whether a signature of these bytes is its own. Throws what WebCrypto throws where it has no such keys. */
  verify(signature: Uint8Array, bytes: ArrayBuffer): Promise<boolean>;
}

/** Largest s of Ed25519: below the order of its group. */
const LARGEST = 0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ecn;
/** Largest s of P-256: half the order of its group. */
const HALF = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n;

/** A key that `keyProblem` has nothing to say about. */
export function keyOf({ crv, kty, x, y }: PublicJwk): Key {
  const isEdwards = kty === "OKP";
  // The required members in the order of RFC 7638.
  const members = isEdwards ? { crv, kty, x } : { crv, kty, x, y };
  const algorithm = isEdwards ? { name: "Ed25519" } : { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  return {
    algorithms: isEdwards ? ["Ed25519", "EdDSA"] : ["ES256"],
    async kid() {
      const token = await digest(new TextEncoder().encode(JSON.stringify(members)), "sha256-");
      return urlSafe(token.slice("sha256-".length));
    },
    async verify(signature, bytes) {
      // For each signature there is another one with a larger s, for the same bytes. WebKit accepts either.
      const s = signature.slice(32);
      if (isEdwards) s.reverse();
      if (numberOf(s) > (isEdwards ? LARGEST : HALF)) return false;
      const key = await crypto.subtle.importKey("jwk", members as JsonWebKey, algorithm, false, ["verify"]);
      return crypto.subtle.verify(algorithm, key, signature as BufferSource, bytes);
    },
  };
}

export function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
