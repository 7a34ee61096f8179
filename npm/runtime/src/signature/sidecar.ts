import { fromBase64Url } from "./base64.js";

/** What a signature says of a manifest. */
export interface Statement {
  alg: string;
  /** RFC 7638 thumbprint of the key. */
  kid: string;
  /** The manifest's name. */
  remote: string;
  release: string;
  origin: string;
  /** Later releases have higher ones. */
  seq: number;
  /** Seconds since 1970. */
  iat: number;
  exp: number;
}

/** One signature of a sidecar, before anything of it is believed. */
export interface Signature {
  /** The text that is signed before the manifest's bytes. */
  protected: string;
  signature: Uint8Array;
}

/** Largest sidecar in bytes. */
const MOST_BYTES = 16 * 1024;
const MOST_SIGNATURES = 8;

/** The signatures of a sidecar; nothing where it is none. */
export function readSidecar(bytes: Uint8Array): Signature[] | undefined {
  const [text, value] = parsed(bytes);
  const { signatures } = (value ?? {}) as { signatures?: { protected: string; signature: string }[] };
  if (bytes.length > MOST_BYTES || !Array.isArray(signatures) || signatures.length > MOST_SIGNATURES) return undefined;
  const read: Signature[] = [];
  const again: unknown[] = [];
  for (const one of signatures) {
    const { protected: header, signature: encoded } = one ?? {};
    const signature = fromBase64Url(encoded);
    if (!signature || !fromBase64Url(header)) return undefined;
    read.push({ protected: header, signature });
    again.push({ protected: header, signature: encoded });
  }
  // Written again from what was read: members of other names, twice, or around the whole would be left over.
  const isWhole = JSON.stringify({ signatures: again }) === text.replace(/[ \t\r\n]+/g, "");
  return isWhole && read[0] ? read : undefined;
}

/** What a protected header states; the name of what is wrong with it. */
export function readStatement(header: string): Statement | string {
  const [text, value] = parsed(fromBase64Url(header));
  const { alg, kid, remote, release, origin, seq, iat, exp } = (value ?? {}) as Statement;
  const constants = { typ: "mf-manifest+jws", crit: ["b64"], b64: false, schema: 1 };
  // As above, and in this order: two readers cannot take one header for two statements.
  const again = JSON.stringify({ alg, kid, ...constants, remote, release, origin, seq, iat, exp });
  if (again !== text) return "members";
  const texts = [alg, kid, remote, release, origin].every((one) => typeof one === "string" && one);
  const numbers = [seq, iat, exp].every((one) => Number.isSafeInteger(one) && one >= 0);
  return texts && numbers && exp > iat ? (value as Statement) : "values";
}

/** UTF-8, a byte order mark included, and its JSON; nothing for what is neither. */
function parsed(bytes: Uint8Array | undefined): [text: string, value?: unknown] {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return [text, JSON.parse(text)];
  } catch (thrown) {
    if (!(thrown instanceof TypeError || thrown instanceof SyntaxError)) throw thrown;
    return [""];
  }
}
