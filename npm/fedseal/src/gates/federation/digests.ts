import { createHash } from "node:crypto";

/** Hashes that lists of files are made with. MD5 is Workbox's. */
const ALGORITHMS = ["md5", "sha1", "sha256", "sha384", "sha512"] as const;

const ENCODINGS = ["hex", "base64", "base64url"] as const;

/** A hash of some bytes as a text; Base64 is without padding. */
export interface DigestText {
  algorithm: (typeof ALGORITHMS)[number];
  encoding: (typeof ENCODINGS)[number];
  text: string;
}

/** The hashes of some bytes, in each algorithm and each way of writing them. */
export function digestTexts(bytes: Uint8Array): DigestText[] {
  return ALGORITHMS.flatMap((algorithm) => {
    const digest = createHash(algorithm).update(bytes).digest();
    return ENCODINGS.map((encoding) => ({
      algorithm,
      encoding,
      text: digest.toString(encoding).replace(/=+$/, ""),
    }));
  });
}

/** The texts of `digestTexts`, each once. */
export function digestsOf(bytes: Uint8Array): string[] {
  return [...new Set(digestTexts(bytes).map(({ text }) => text))];
}

/** Whether `revision` is one of the digests, or the beginning of one: eight characters are 32 bits at least. */
export function isDigest(revision: string, digests: readonly string[]): boolean {
  const bare = bareDigest(revision);
  return bare.length >= 8 && digests.some((one) => one.startsWith(isHex(one) ? bare.toLowerCase() : bare));
}

/** A digest as it may stand in an SRI string, without what is around it. */
export function bareDigest(text: string): string {
  return text.replace(/^sha\d+-/, "").replace(/=+$/, "");
}

function isHex(digest: string): boolean {
  return /^[0-9a-f]+$/.test(digest);
}
