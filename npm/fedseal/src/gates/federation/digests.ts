import { createHash } from "node:crypto";

/** Hashes that lists of files are made with. MD5 is Workbox's. */
const ALGORITHMS = ["md5", "sha1", "sha256", "sha384", "sha512"] as const;

/** The hashes of some bytes, in each algorithm and each way of writing them: hex, base64 and base64url without padding. */
export function digestsOf(bytes: Uint8Array): string[] {
  return ALGORITHMS.flatMap((algorithm) => {
    const digest = createHash(algorithm).update(bytes).digest();
    const base64 = digest.toString("base64").replace(/=+$/, "");
    return [...new Set([digest.toString("hex"), base64, digest.toString("base64url")])];
  });
}

/** The digest that a text holds, in lower or upper case where it is hex; undefined if it holds none of them. */
export function digestIn(text: string, digests: readonly string[]): string | undefined {
  return digests.find((digest) => text.includes(digest) || (isHex(digest) && text.includes(digest.toUpperCase())));
}

/** Whether `revision` is one of the digests, or the beginning of one: eight characters are 32 bits at least. */
export function isDigest(revision: string, digests: readonly string[]): boolean {
  const bare = revision.replace(/^sha\d+-/, "").replace(/=+$/, "");
  return bare.length >= 8 && digests.some((one) => one.startsWith(isHex(one) ? bare.toLowerCase() : bare));
}

function isHex(digest: string): boolean {
  return /^[0-9a-f]+$/.test(digest);
}
