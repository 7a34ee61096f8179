import { fedsealError } from "../errors.js";
import { isOrigin, ORIGINS } from "../origins.js";
import { fromBase64Url } from "./base64.js";
import { numberOf, type PublicJwk } from "./key.js";
import type { SignatureOptions } from "./rules.js";
import { thumbprint } from "./thumbprint.js";

const POLICIES = ["require", "when-present", "off"];

/**
 * Refuses options that make no sense, and keys that would make signatures worthless. No message has a value in it: somebody
 * might have put a private key there.
 *
 * @throws ERR_FEDSEAL_OPTIONS
 */
export function validate(byRemote: Readonly<Record<string, SignatureOptions>>): void {
  if (!isObject(byRemote)) throw wrong("`signature`", "has options for each remote");
  for (const [index, [remote, options]] of Object.entries(byRemote).entries()) {
    const what = problem(options);
    // A name may be a key as well, by a mistake of whoever builds these options.
    const isShown = remote.length <= 40 && !/[{"]/.test(remote);
    if (what) throw wrong(`\`signature\` of ${isShown ? JSON.stringify(remote) : `remote ${index}`}`, what);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(where: string, what: string) {
  return fedsealError("ERR_FEDSEAL_OPTIONS", undefined, `${where}: ${what}.`);
}

function problem(options: SignatureOptions): string | undefined {
  if (!isObject(options)) return "it has no `policy`";
  const { policy, keys = [], floors = {}, clockSkew = 0, origins = [], native = false, ...rest } = options;
  const more = Object.keys(rest).length;
  if (more > 0) {
    const count = more === 1 ? "is an option" : `are ${more} options`;
    return `there ${count} beside policy, keys, floors, clockSkew, origins and native`;
  }
  if (!POLICIES.includes(policy)) return `\`policy\` is none of ${POLICIES.join(", ")}`;
  if (!Array.isArray(keys)) return "`keys` is no list";
  if (!Array.isArray(origins)) return "`origins` is no list";
  if (typeof native !== "boolean") return "`native` is neither true nor false";
  for (const [index, jwk] of keys.entries()) {
    const what = keyProblem(jwk);
    if (what) return `keys[${index}] ${what}`;
  }
  for (const [index, origin] of origins.entries()) {
    const what = originProblem(origin);
    if (what) return `\`origins[${index}]\` ${what}`;
  }
  if (!isObject(floors)) return "`floors` has a number for the `kid` of each key";
  for (const [index, floor] of Object.values(floors).entries()) {
    if (!(Number.isSafeInteger(floor) && floor >= 0)) return `floor ${index} of \`floors\` is no \`seq\``;
  }
  const kids = keys.map((jwk) => thumbprint(jwk));
  const stranger = Object.keys(floors).findIndex((kid) => !kids.includes(kid));
  // Under another name, a floor holds nobody back.
  if (stranger >= 0) return `floor ${stranger} of \`floors\` is for the \`kid\` of none of the \`keys\``;
  if (!(Number.isFinite(clockSkew) && clockSkew >= 0)) return "`clockSkew` is no time in milliseconds";
  // What nobody signs would be let in by nobody, or by everybody: neither is what anyone means.
  if (policy !== "off" && keys.length === 0) return `\`policy\` is ${policy}, and there are no \`keys\``;
  return undefined;
}

function originProblem(origin: unknown): string | undefined {
  if (typeof origin === "string" && isOrigin(origin)) return undefined;
  return `is not an origin. Write ${ORIGINS}`;
}

/** 2^255 - 19, the field of Ed25519. */
const P = 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn;
/** Without the top bit, which is the sign of the other coordinate. */
const Y = 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffn;
/** An encoded y of order 8; the other is P - EIGHT. */
const EIGHT = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;

/** The field of P-256, and b of its curve: y^2 = x^3 - 3x + b. */
const Q = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

function isOnP256(x: bigint, y: bigint): boolean {
  return x < Q && y < Q && (y * y - (x * x - 3n) * x - B) % Q === 0n;
}

/** Why a JWK cannot be pinned. */
function keyProblem(jwk: unknown): string | undefined {
  if (typeof jwk !== "object" || jwk === null) return "is no JWK";
  const { kty, crv, x, y, d, alg, use = "sig" } = jwk as PublicJwk;
  if (d !== undefined) return "is a private key: pin the public one, and replace this one if others have seen it";
  if (use !== "sig") return 'has a `use` that is not "sig"';
  const algorithms: unknown[] = kty === "EC" ? ["ES256"] : ["Ed25519", "EdDSA"];
  if (alg !== undefined && !algorithms.includes(alg)) return "has an `alg` that its curve is not for";
  const [first, second] = [fromBase64Url(x), fromBase64Url(y)];
  if (kty === "EC" && crv === "P-256") {
    if (first?.length !== 32 || second?.length !== 32) return "has no `x` and `y` of 32 bytes in base64url";
    return isOnP256(numberOf(first), numberOf(second)) ? undefined : "is not a point of the curve P-256";
  }
  if (kty !== "OKP" || crv !== "Ed25519") return "is neither a key of Ed25519 (OKP) nor of P-256 (EC)";
  if (first?.length !== 32) return "has no `x` of 32 bytes in base64url";
  const coordinate = numberOf(first.slice().reverse()) & Y;
  if (coordinate >= P) return "is not written as RFC 8032 writes keys";
  // Under such a key, one signature fits every text.
  const isSmall = [0n, 1n, P - 1n, EIGHT, P - EIGHT].includes(coordinate);
  return isSmall ? "is a point of small order, which is nobody's key" : undefined;
}
