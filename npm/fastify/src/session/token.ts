import { errors, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from "jose";
import { TooLarge } from "../bounded-fetch.js";
import { Problem, type ProblemCode } from "../problem.js";

/** What a token has to be. */
export interface TokenRules {
  issuer: string;
  audience: string;
  /** Signature algorithms that count; never `none`, and none with a shared secret. */
  algorithms: readonly SigningAlgorithm[];
  /** The header parameter `typ`; `undefined` where the issuer sets none. */
  typ: string | undefined;
  /** Seconds. */
  clockTolerance: number;
}

/** Algorithms with a public key (RFC 7518, RFC 8037, RFC 9864). A key set is public, so a shared secret cannot be in it. */
export const SIGNING_ALGORITHMS = [
  "Ed25519",
  "EdDSA",
  "ES256",
  "ES384",
  "ES512",
  "PS256",
  "PS384",
  "PS512",
  "RS256",
  "RS384",
  "RS512",
] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** Claims that are there and are what they have to be. */
export interface Claims extends JWTPayload {
  sub: string;
  exp: number;
  org_id: string;
}

/** Verifies an access token; throws a {@link Problem} with a code for each reason. */
export async function verifyToken(token: string, keys: JWTVerifyGetKey, rules: TokenRules): Promise<Claims> {
  const options: JWTVerifyOptions = {
    issuer: rules.issuer,
    audience: rules.audience,
    algorithms: [...rules.algorithms],
    clockTolerance: rules.clockTolerance,
    requiredClaims: ["sub", "exp"],
    ...(rules.typ !== undefined && { typ: rules.typ }),
  };
  const { payload } = await jwtVerify(token, keys, options).catch((error: unknown) => {
    throw problemOf(error);
  });
  const { sub, exp, org_id: organization } = payload;
  if (typeof sub !== "string" || sub === "" || typeof exp !== "number") {
    throw refused("MALFORMED", "The access token names nobody.");
  }
  if (typeof organization !== "string" || organization === "") {
    throw refused("ORGANIZATION", "The access token is of no organization: it has no `org_id`.");
  }
  return { ...payload, sub, exp, org_id: organization };
}

/** Which claim is wrong → which code. */
const CLAIMS: Record<string, Reason> = { iss: "ISSUER", aud: "AUDIENCE", typ: "TYPE", nbf: "NOT_YET" };

type Reason =
  | "ALGORITHM"
  | "AUDIENCE"
  | "EXPIRED"
  | "ISSUER"
  | "KEY"
  | "MALFORMED"
  | "MISSING"
  | "NOT_YET"
  | "ORGANIZATION"
  | "SIGNATURE"
  | "TYPE";

const DETAILS: Partial<Record<Reason, string>> = {
  AUDIENCE: "The access token is for another audience.",
  ISSUER: "The access token is from another issuer.",
  NOT_YET: "The access token does not count yet.",
  TYPE: "The token is of another type than access tokens of this issuer.",
};

function problemOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return refused("EXPIRED", "The access token has expired.", error);
  if (error instanceof errors.JWTClaimValidationFailed) {
    const reason = CLAIMS[error.claim] ?? "MALFORMED";
    return refused(reason, DETAILS[reason] ?? `The access token's \`${error.claim}\` is missing or wrong.`, error);
  }
  // `crit` names an extension that jose does not know (RFC 7515, section 4.1.11).
  if (error instanceof errors.JOSENotSupported && error.message.startsWith("Extension Header Parameter")) {
    return refused("MALFORMED", "The access token wants an extension that is not known here.", error);
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return refused("ALGORITHM", "The access token is signed with an algorithm that does not count here.", error);
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return refused("SIGNATURE", "The access token's signature is not one by the issuer's key.", error);
  }
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return refused("KEY", "The issuer's key set has not exactly one key of the access token's `kid`.", error);
  }
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) {
    return refused("MALFORMED", "This is no signed JWT.", error);
  }
  // What is left of a verification is that the key set could not be had: no answer, another one than 200, no key set.
  if (
    error instanceof errors.JOSEError ||
    error instanceof TooLarge ||
    (error instanceof TypeError && error.message === "fetch failed")
  ) {
    const detail = "The issuer's keys cannot be had, so that no access token can be verified.";
    const headers = { "retry-after": "5" };
    return new Problem("ERR_FEDSEAL_SESSION_KEYS_UNREACHABLE", 503, detail, { headers, cause: error });
  }
  return error;
}

/** A refusal of a token (RFC 6750, section 3). */
export function refused(reason: Reason, detail: string, cause?: unknown): Problem {
  const challenge = reason === "MISSING" ? "Bearer" : 'Bearer error="invalid_token"';
  const code: ProblemCode = `ERR_FEDSEAL_SESSION_${reason}`;
  return new Problem(code, 401, detail, { headers: { "www-authenticate": challenge }, cause });
}
