import { urlSafe } from "./base64.js";
import type { PublicJwk } from "./key.js";

/** The `kid` of a key (RFC 7638), at once: WebCrypto would let wait for it. For looking at options, not at signatures. */
export function thumbprint({ crv, kty, x, y }: PublicJwk): string {
  const members = kty === "OKP" ? { crv, kty, x } : { crv, kty, x, y };
  const bytes = sha256(new TextEncoder().encode(JSON.stringify(members)));
  return urlSafe(btoa(String.fromCharCode(...bytes)));
}

/** FIPS 180-4, section 6.2. */
function sha256(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 4, message.length * 8);
  const primes = firstPrimes(64);
  const state = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
  const rotated = (word: number, by: number) => (word >>> by) | (word << (32 - by));
  for (let block = 0; block < length; block += 64) {
    const words = Array.from({ length: 16 }, (_, at) => view.getUint32(block + at * 4));
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (const [at, constant] of constants.entries()) {
      if (at >= 16) {
        const [early, late] = [words[at - 15] ?? 0, words[at - 2] ?? 0];
        const small = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
        const large = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
        words[at] = ((words[at - 16] ?? 0) + small + (words[at - 7] ?? 0) + large) | 0;
      }
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const first = (h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + choice + constant + (words[at] ?? 0)) | 0;
      const second = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + majority) | 0;
      [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
    }
    for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + word) | 0;
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [at, word] of state.entries()) digest.setInt32(at * 4, word);
  return new Uint8Array(digest.buffer);
}

/** The first 32 bits of what stands behind the point. */
function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let one = 2; primes.length < count; one++) if (primes.every((prime) => one % prime !== 0)) primes.push(one);
  return primes;
}
