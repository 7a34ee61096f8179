import type { JWTVerifyGetKey } from "jose";
import { Problem, type ProblemCode } from "../problem.js";
import { type Claims, type TokenRules, verifyToken } from "../session/token.js";
import { ACCESS_TOKEN, type Target } from "./dialects.js";

/** A token for one audience. */
export interface ExchangedToken {
  readonly token: string;
  readonly scopes: readonly string[];
  /** Unix time in seconds. */
  readonly expiresAt: number;
}

/** What the issuer answered (RFC 8693, section 2.2.1). */
export interface Answer {
  access_token: string;
  issued_token_type?: unknown;
  token_type: string;
  scope?: unknown;
}

/** Whose token was exchanged. */
export interface Subject {
  sub: string;
  orgId: string;
  expiresAt: number;
}

/**
 * Holds an answer to what was asked for, because nobody else does: the same person and organization, exactly the audience, no more
 * scopes than asked for, and not longer than the token that was exchanged.
 */
export async function checkAnswer(
  answer: Answer,
  subject: Subject,
  target: Target,
  keys: JWTVerifyGetKey,
  rules: Omit<TokenRules, "audience">,
  longerLife: "refuse" | "allow",
): Promise<ExchangedToken> {
  if (answer.issued_token_type !== undefined && answer.issued_token_type !== ACCESS_TOKEN) {
    throw unusable("TYPE", "The issuer answered with a token that is no access token.");
  }
  if (answer.token_type.toLowerCase() !== "bearer") {
    throw unusable("TYPE", "The issuer answered with a token that is bound to a key, and nobody here has that key.");
  }
  const claims = await verifyToken(answer.access_token, keys, { ...rules, audience: target.audience }).catch(
    (error) => {
      if (!(error instanceof Problem) || error.statusCode !== 401) throw error;
      throw unusable(
        REASONS[error.code] ?? "TOKEN",
        `The issuer answered with a token that does not count: ${error.message}`,
        error,
      );
    },
  );
  if (claims.aud !== target.audience && !(Array.isArray(claims.aud) && claims.aud.length === 1)) {
    throw unusable("AUDIENCE", "The token counts for other audiences as well.");
  }
  if (claims.sub !== subject.sub) throw unusable("SUBJECT", "The token is of somebody else.");
  if (claims.org_id !== subject.orgId) throw unusable("ORGANIZATION", "The token is of another organization.");
  const scopes = scopesOf(answer, claims, target);
  if (scopes === undefined) throw unusable("SCOPE", "What the token may do is said in a form that cannot be read.");
  const more = scopes.filter((scope) => !target.scopes.includes(scope));
  if (more.length > 0) throw unusable("SCOPE", "The token may do more than was asked for.");
  if (claims.exp > subject.expiresAt + rules.clockTolerance && longerLife === "refuse") {
    throw unusable("LIFETIME", "The token counts for longer than the one that it was exchanged for.");
  }
  return { token: answer.access_token, scopes, expiresAt: Math.min(claims.exp, subject.expiresAt) };
}

/** Which reason a token's own has here; for all others, it does not count. */
const REASONS: Partial<Record<ProblemCode, "AUDIENCE" | "ORGANIZATION" | "TYPE">> = {
  ERR_FEDSEAL_SESSION_AUDIENCE: "AUDIENCE",
  ERR_FEDSEAL_SESSION_ORGANIZATION: "ORGANIZATION",
  ERR_FEDSEAL_SESSION_TYPE: "TYPE",
};

/**
 * What token and answer say; where neither names any, what was asked for (RFC 8693, section 2.2.1). APIs go by other claims than
 * `scope` as well: Microsoft's and Okta's by `scp`, Auth0's with RBAC by `permissions`. `undefined` for what is no list of words.
 */
function scopesOf({ scope }: Answer, claims: Claims, target: Target): readonly string[] | undefined {
  const named = [scope, claims.scope, claims.scp, claims.permissions].filter((one) => one !== undefined);
  if (named.length === 0) return target.scopes;
  const words = named.map((one) => (typeof one === "string" ? one.split(" ").filter(Boolean) : one));
  const isWords = (one: unknown): one is string[] =>
    Array.isArray(one) && one.every((word) => typeof word === "string");
  return words.every(isWords) ? [...new Set(words.flat())] : undefined;
}

function unusable(
  reason: "AUDIENCE" | "LIFETIME" | "ORGANIZATION" | "SCOPE" | "SUBJECT" | "TOKEN" | "TYPE",
  detail: string,
  cause?: unknown,
): Problem {
  const code: ProblemCode = `ERR_FEDSEAL_EXCHANGE_${reason}`;
  return new Problem(code, 502, detail, { cause });
}
