import { fedsealError } from "../errors.js";
import { checkOrigins } from "../origins.js";
import { fromBase64Url } from "./base64.js";
import { numberOf, type PublicJwk } from "./key.js";
import type { SignatureOptions } from "./rules.js";

const POLICIES = ["require", "when-present", "off"];

/**
 * Refuses options that make no sense, and keys that would make signatures worthless. No message has a value in it: somebody
 * might have put a private key there.
 *
 * @throws ERR_FEDSEAL_OPTIONS
 */
export function validate(byRemote: Readonly<Record<string, SignatureOptions>>): void {
  if (typeof byRemote !== "object" || byRemote === null) throw wrong("`signature`", "has options for each remote");
  for (const [remote, options] of Object.entries(byRemote)) {
    const what = problem(options);
    if (what) throw wrong(`\`signature\` of ${JSON.stringify(remote)}`, what);
    checkOrigins(options.origins);
  }
}

function wrong(where: string, what: string) {
  return fedsealError("ERR_FEDSEAL_OPTIONS", undefined, `${where}: ${what}.`);
}

function problem(options: SignatureOptions): string | undefined {
  const { policy, keys = [], floors = {}, clockSkew = 0, origins = [], native = false, ...rest } = options ?? {};
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    return `there is no option ${JSON.stringify(unknown)}, but policy, keys, floors, clockSkew, origins and native`;
  }
  if (!POLICIES.includes(policy)) return `\`policy\` is none of ${POLICIES.join(", ")}`;
  if (!Array.isArray(keys)) return "`keys` is no list";
  if (!Array.isArray(origins)) return "`origins` is no list";
  if (typeof native !== "boolean") return "`native` is neither true nor false";
  for (const [index, jwk] of keys.entries()) {
    const what = keyProblem(jwk);
    if (what) return `keys[${index}] ${what}`;
  }
  if (typeof floors !== "object" || floors === null) return "`floors` has a number for the `kid` of each key";
  for (const [kid, floor] of Object.entries(floors)) {
    if (!(Number.isSafeInteger(floor) && floor >= 0)) return `the floor of ${kid} is no \`seq\``;
  }
  if (!(Number.isFinite(clockSkew) && clockSkew >= 0)) return "`clockSkew` is no time in milliseconds";
  // What nobody signs would be let in by nobody, or by everybody: neither is what anyone means.
  if (policy !== "off" && keys.length === 0) return `\`policy\` is ${policy}, and there are no \`keys\``;
  return undefined;
}

/** 2^255 - 19, the field of Ed25519. */
const P = 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn;
/** Without the top bit, which is the sign of the other coordinate. */
const Y = 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffn;
/** An encoded y of order 8; the other is P - EIGHT. */
const EIGHT = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;

/** Why a JWK cannot be pinned. */
function keyProblem(jwk: unknown): string | undefined {
  if (typeof jwk !== "object" || jwk === null) return "is no JWK";
  const { kty, crv, x, y, d } = jwk as PublicJwk;
  if (d !== undefined) return "is a private key: pin the public one, and replace this one if others have seen it";
  const [first, second] = [fromBase64Url(x), fromBase64Url(y)];
  if (kty === "EC" && crv === "P-256") {
    const isWhole = first?.length === 32 && second?.length === 32;
    return isWhole ? undefined : "has no `x` and `y` of 32 bytes in base64url";
  }
  if (kty !== "OKP" || crv !== "Ed25519") return "is neither a key of Ed25519 (OKP) nor of P-256 (EC)";
  if (first?.length !== 32) return "has no `x` of 32 bytes in base64url";
  const coordinate = numberOf(first.slice().reverse()) & Y;
  if (coordinate >= P) return "is not written as RFC 8032 writes keys";
  // Under such a key, one signature fits every text.
  const isSmall = [0n, 1n, P - 1n, EIGHT, P - EIGHT].includes(coordinate);
  return isSmall ? "is a point of small order, which is nobody's key" : undefined;
}
