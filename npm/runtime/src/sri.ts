import { type FedsealError, fedsealError } from "./errors.js";
import type { Bytes } from "./web.js";

/** One padded base64 digest of a hash function that Subresource Integrity knows (SRI, section 3.2); no options, no list. */
const TOKEN = /^(sha256-[\w+/]{43}=|sha384-[\w+/]{64}|sha512-[\w+/]{86}==)$/;

/**
 * Reads one SRI token as a sealed manifest has it: the token; an empty string for a hash function that nobody here can
 * compute, which a browser would ignore and run anything (SRI, section 3.3.4); nothing for what is malformed.
 */
export function readIntegrity(token: unknown): string | undefined {
  if (typeof token !== "string" || token.includes("_")) return undefined;
  if (TOKEN.test(token)) return token;
  return /^(?!sha(256|384|512)-)[a-z0-9]+-[\w+/]+={0,2}$/.test(token) ? "" : undefined;
}

/** The SRI token that says the same as a `contentHash`, or nothing if that is none. */
export function tokenOf(contentHash: unknown): string | undefined {
  if (typeof contentHash !== "string" || !/^[0-9a-f]{64}$/.test(contentHash)) return undefined;
  return `sha256-${btoa(contentHash.replace(/../g, (pair) => String.fromCharCode(`0x${pair}` as unknown as number)))}`;
}

/** The `contentHash` that says the same as a SHA-256 token. */
export function hexOf(token: string): string {
  return [...atob(token.slice(token.indexOf("-") + 1))]
    .map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"))
    .join("");
}

/** The token of bytes under the algorithm of another token. */
export async function digest(bytes: Bytes, like: string): Promise<string> {
  const [algorithm = ""] = like.split("-");
  // `crypto.subtle` is missing in pages that are not secure contexts; the thrown TypeError ends in a refusal.
  // Shared memory, which it would refuse, has nothing that was fetched.
  const hash = await crypto.subtle.digest(algorithm.replace("sha", "SHA-"), bytes as BufferSource);
  return `${algorithm}-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}

/** Compares bytes with every token; all have to match. What differs comes back as an error. */
export async function mismatch(
  bytes: Bytes,
  tokens: readonly string[],
  url: string,
): Promise<FedsealError | undefined> {
  for (const expected of tokens) {
    const actual = await digest(bytes, expected);
    if (actual !== expected) return differs(url, expected, actual);
  }
  return undefined;
}

export function differs(url: string, expected: string, actual?: string): FedsealError {
  const got = actual ? `, got ${actual}` : "";
  return fedsealError(
    "ERR_FEDSEAL_INTEGRITY_MISMATCH",
    url,
    `is not the file that was sealed: expected ${expected}${got}. Deploy files and manifest from one build; reload or call refreshRemote().`,
    { expected, actual },
  );
}
