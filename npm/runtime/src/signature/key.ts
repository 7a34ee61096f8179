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
  verify(signature: Uint8Array, bytes: Uint8Array): Promise<boolean>;
}

/** Half the order of P-256. */
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
      if (signature.length !== 64) return false;
      // For each signature with a high s there is one with a low s, for the same bytes: only the latter counts.
      if (!isEdwards && numberOf(signature.subarray(32)) > HALF) return false;
      const key = await crypto.subtle.importKey("jwk", members as JsonWebKey, algorithm, false, ["verify"]);
      return crypto.subtle.verify(algorithm, key, signature as BufferSource, bytes as BufferSource);
    },
  };
}

export function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
