import { type FedsealError, fedsealError } from "./errors.js";

/** Hash functions that Subresource Integrity knows (SRI 3.2), with the length of a digest in base64. */
const LENGTHS = { sha256: 44, sha384: 64, sha512: 88 } as const;
type Algorithm = keyof typeof LENGTHS;

/**
 * Reads one SRI token as a sealed manifest has it: one algorithm, one padded base64 digest, no options. `unknown` is a
 * hash function that nobody here can compute; the browser would ignore it and run anything (SRI 3.3.4).
 */
export function readIntegrity(token: unknown): Algorithm | "unknown" | "malformed" {
  const parts = typeof token === "string" ? /^([a-z0-9]+)-([A-Za-z0-9+/]+={0,2})$/.exec(token) : null;
  if (!parts) return "malformed";
  const [, name = "", digest = ""] = parts;
  if (!Object.hasOwn(LENGTHS, name)) return "unknown";
  const algorithm = name as Algorithm;
  const padding = { sha256: "=", sha384: "", sha512: "==" }[algorithm];
  const padded =
    padding === ""
      ? !digest.includes("=")
      : digest.endsWith(padding) && digest.indexOf("=") === digest.length - padding.length;
  return digest.length === LENGTHS[algorithm] && padded ? algorithm : "malformed";
}

/** The SRI token that says the same as a `contentHash`, or nothing if that is none. */
export function tokenOf(contentHash: unknown): string | undefined {
  if (typeof contentHash !== "string" || !/^[0-9a-f]{64}$/.test(contentHash)) return undefined;
  return `sha256-${btoa(contentHash.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))))}`;
}

/** The `contentHash` that says the same as a SHA-256 token. */
export function hexOf(token: string): string {
  return [...atob(token.slice(token.indexOf("-") + 1))]
    .map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"))
    .join("");
}

/** The token of bytes under the algorithm of another token. */
export async function digest(bytes: BufferSource, like: string): Promise<string> {
  const algorithm = like.slice(0, like.indexOf("-"));
  // `crypto.subtle` is missing in pages that are not secure contexts; the thrown TypeError ends in a refusal.
  const hash = await crypto.subtle.digest(`SHA-${algorithm.slice(3)}`, bytes);
  return `${algorithm}-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}

/** Compares bytes with every token; all have to match. What differs comes back as an error. */
export async function mismatch(
  bytes: BufferSource,
  tokens: readonly string[],
  url: string,
): Promise<FedsealError | undefined> {
  if (tokens.length === 0) throw new Error(`nothing to compare ${url} with`);
  for (const expected of tokens) {
    const actual = await digest(bytes, expected);
    if (actual !== expected) return differs(url, expected, actual);
  }
  return undefined;
}

export function differs(url: string, expected: string, actual?: string): FedsealError {
  return fedsealError(
    "ERR_FEDSEAL_INTEGRITY_MISMATCH",
    `${url} is not the file that was sealed, and was not run. Its manifest says ${expected}${
      actual ? `, it is ${actual}` : ""
    }. Someone changed the file after the build, or the manifest is older than the files: deploy both from one build, then reload or call refreshRemote().`,
    { url, expected, ...(actual !== undefined && { actual }) },
  );
}
