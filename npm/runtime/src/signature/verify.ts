import { type FedsealError, type FedsealErrorCode, fedsealError } from "../errors.js";
import { originAllowed } from "../policy.js";
import { floorOf } from "./floors.js";
import type { Key } from "./key.js";
import type { RemoteRules } from "./rules.js";
import { readStatement, type Signature, type Statement } from "./sidecar.js";

/** A manifest as it arrived. */
export interface Arrived {
  /** The URL that was asked, and the one that answered, without fragments. */
  url: string;
  at: string;
  bytes: Uint8Array;
}

/** How far a signature got, and why no further. */
interface Failure {
  stage: number;
  error: FedsealError;
}

/**
 * The statement of the first signature that passes every check.
 *
 * @throws ERR_FEDSEAL_SIGNATURE_*, of the signature that got furthest; ERR_FEDSEAL_UNSUPPORTED
 */
export async function verify(
  arrived: Arrived,
  signatures: readonly Signature[],
  rules: RemoteRules,
): Promise<Statement> {
  const failures: Failure[] = [];
  for (const signature of signatures) {
    const result = await verifyOne(arrived, signature, rules);
    if (!("error" in result)) return result;
    failures.push(result);
  }
  throw failures.reduce((furthest, one) => (one.stage > furthest.stage ? one : furthest)).error;
}

async function verifyOne(
  { url, at, bytes }: Arrived,
  { protected: header, signature }: Signature,
  rules: RemoteRules,
): Promise<Statement | Failure> {
  const fail = (stage: number, reason: Reason, what: string): Failure => ({ stage, error: refusal(reason, at, what) });
  const statement = readStatement(header);
  if (typeof statement === "string") return fail(0, "SCHEMA", `has a signature with wrong ${statement}.`);
  const { alg, kid, remote, origin } = statement;
  const by = `is signed by ${alg} ${kid}`;
  if (!/^(Ed25519|EdDSA|ES256)$/.test(alg)) return fail(1, "ALGORITHM", `${by}.`);
  try {
    const key = await find(rules.keys, kid);
    if (!key) return fail(2, "UNKNOWN_KEY", `${by}, not pinned for ${rules.remote}.`);
    if (!key.algorithms.includes(alg)) return fail(3, "ALGORITHM", `${by}, a key of ${key.algorithms}.`);
    const signed = await new Blob([header, ".", bytes as BlobPart]).arrayBuffer();
    if (!(await key.verify(signature, signed))) return fail(4, "MISMATCH", `is not what ${kid} signed.`);
  } catch (cause) {
    return { stage: 4, error: fedsealError("ERR_FEDSEAL_UNSUPPORTED", at, `${by}: no WebCrypto for it.`, {}, cause) };
  }
  if (remote !== rules.remote) return fail(6, "WRONG_REMOTE", `is signed as ${remote}, not ${rules.remote}.`);
  if (origin !== new URL(at).origin || !originAllowed(at, rules.origins)) {
    return fail(7, "WRONG_ORIGIN", `is signed for ${origin}.`);
  }
  if (url !== at) return fail(8, "REDIRECTED", `answered for ${url}.`);
  const error = standing(statement, rules, at);
  return error ? { stage: 9, error } : statement;
}

/** What may change while the same manifest stays in a cache: time and floors. */
export function standing(
  { kid, remote, seq, iat, exp }: Statement,
  { clockSkew, floors }: RemoteRules,
  at: string,
): FedsealError | undefined {
  const now = Date.now();
  const span = `is signed from ${date(iat)} to ${date(exp)}.`;
  if (iat * 1000 > now + clockSkew) return refusal("NOT_YET", at, span);
  if (exp * 1000 <= now - clockSkew) return refusal("EXPIRED", at, span);
  const floor = floors[kid] ?? floorOf(remote, kid);
  if (seq >= floor) return undefined;
  return refusal("ROLLBACK", at, `has seq ${seq}, below ${floor}.`);
}

type Reason = FedsealErrorCode extends infer Code
  ? Code extends `ERR_FEDSEAL_SIGNATURE_${infer R}`
    ? R
    : never
  : never;

export function refusal(reason: Reason, url: string, what: string, cause?: unknown): FedsealError {
  return fedsealError(`ERR_FEDSEAL_SIGNATURE_${reason}`, url, what, {}, cause);
}

async function find(keys: readonly Key[], kid: string): Promise<Key | undefined> {
  for (const key of keys) if ((await key.kid()) === kid) return key;
  return undefined;
}

function date(seconds: number): string {
  return new Date(seconds * 1000).toJSON();
}
