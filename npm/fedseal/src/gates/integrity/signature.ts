import { join } from "node:path";
import {
  type Diagnostic,
  type ExpectedSignature,
  type PublicKey,
  type RefusalReason,
  readHeaders,
  type SignatureStatement,
  verifyManifest,
} from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { HttpClient } from "../../http/client.js";
import { HttpError } from "../../http/errors.js";
import { readRegularFile } from "../../regular-files.js";
import { CARRIER_BYTES, headersFileOf, sidecarOf, sidecarUrl } from "../../sign/carriers.js";
import { linkOutside } from "../../sign/links.js";
import { namesOf, shownTime } from "../../sign/statement.js";
import { statsAt } from "../../stats.js";
import { unreachable } from "./mirror.js";

/** What a signature is held to. */
export interface Asked {
  keys: readonly PublicKey[];
  /** Unix time. */
  now: number;
  /** Origins that the manifest may be signed for; every origin where it is missing. */
  origins?: string[];
}

/** A signature, judged. */
export interface JudgedSignature {
  /** The statement that counts; missing where there is none. */
  statement?: SignatureStatement;
  kid?: string;
  diagnostics: Diagnostic[];
}

/** Clocks of two machines may differ by so many seconds. Hosts allow 300 by default, so that what passes here passes there. */
export const SKEW = 60;

/** As hosts take it: storage of objects that most have in private answers 403 where nothing is. */
const ABSENT = [403, 404, 410];

const RULES: Record<RefusalReason, string> = {
  MISSING: "signature/missing",
  SCHEMA: "signature/malformed",
  ALGORITHM: "signature/wrong-algorithm",
  UNKNOWN_KEY: "signature/unknown-key",
  MISMATCH: "signature/mismatch",
  WRONG_REMOTE: "signature/wrong-remote",
  WRONG_ORIGIN: "signature/wrong-origin",
  REDIRECTED: "signature/redirected",
  NOT_YET: "signature/not-yet-valid",
  EXPIRED: "signature/expired",
  // No floor is known outside of hosts.
  ROLLBACK: "internal/panic",
};

/** Judges the sidecar of a manifest. `file` is where findings are. */
export function judgeSignature(
  manifest: Uint8Array,
  sidecar: Uint8Array | undefined,
  { keys, now, origins }: Asked,
  file: string,
): JudgedSignature {
  const remote = namesOf(manifest).name;
  // Hosts ask by the name that the manifest has; one without a name is a finding of its own.
  const expected: ExpectedSignature = {
    now,
    skew: SKEW,
    ...(remote !== undefined && { remote }),
    ...(origins && { origins }),
  };
  const jwks = keys.map((one) => one.jwk);
  const { statement, kid, reason, message } = verifyManifest(manifest, sidecar, jwks, expected);
  if (statement && kid != null) return { statement, kid, diagnostics: [] };
  return { diagnostics: [diagnostic(RULES[reason ?? "SCHEMA"], `${file}: ${message}`, { file })] };
}

/** Judges the signature of a manifest of a folder. Findings are relative to the folder. */
export async function signatureInFolder(
  dir: string,
  manifest: string,
  bytes: Uint8Array,
  asked: Asked,
): Promise<JudgedSignature> {
  const [file, headers] = [sidecarOf(manifest), headersFileOf(manifest)];
  const [sidecar, carrier] = [carrierIn(dir, file), carrierIn(dir, headers)];
  if (sidecar.problem) return { diagnostics: [sidecar.problem] };
  const judged = judgeSignature(bytes, sidecar.bytes, asked, file);
  if (!judged.statement) return judged;
  // Browsers that know the headers refuse by them what the sidecar lets in.
  const found = carrier.problem ?? (carrier.bytes && headersProblem(bytes, carrier.bytes, asked, headers));
  return found ? { diagnostics: [found] } : judged;
}

/** A carrier of a folder. */
function carrierIn(dir: string, file: string): { bytes?: Buffer; problem?: Diagnostic } {
  const stats = statsAt(join(dir, file));
  const outside = linkOutside(dir, file);
  if (outside) return { problem: outside };
  if (!stats) return {};
  if (stats.size <= CARRIER_BYTES) return { bytes: readRegularFile(join(dir, file)) };
  const message = `${file} has ${stats.size} bytes; at most ${CARRIER_BYTES} are read`;
  return { problem: diagnostic("signature/malformed", message, { file }) };
}

/** Why browsers that check response headers by themselves would refuse a manifest. */
function headersProblem(
  bytes: Uint8Array,
  carrier: Uint8Array,
  { keys, now }: Asked,
  file: string,
): Diagnostic | undefined {
  const { keys: raws, expires, problem } = readHeaders(bytes, carrier);
  if (problem != null) return diagnostic("signature/mismatch", `${file}: ${problem}`, { file });
  const pinned = new Set(keys.flatMap(({ raw }) => raw ?? []));
  // Headers are for keys of Ed25519 alone.
  if (pinned.size === 0) return undefined;
  const ends = raws.flatMap((raw, index) => (pinned.has(raw) ? (expires[index] ?? 0) : []));
  if (ends.length === 0) {
    return diagnostic("signature/unknown-key", `${file}: it is signed by none of the keys that are given`, { file });
  }
  const last = Math.max(...ends);
  if (last + SKEW > now) return undefined;
  return diagnostic("signature/expired", `${file}: the signature ended at ${shownTime(last)}`, { file });
}

/** Judges the signature of a manifest that a server serves; by default its own origin is the only one that it may be signed for. */
export async function signatureAt(
  url: string,
  bytes: Uint8Array,
  http: HttpClient,
  { origins = [new URL(url).origin], ...asked }: Asked,
  sent: Readonly<Record<string, string>> = {},
): Promise<JudgedSignature> {
  const judged = await sidecarAt(url, bytes, http, { ...asked, origins });
  const carrier = judged.statement && carrierOf(sent);
  const found = carrier && headersProblem(bytes, carrier, asked, url);
  return found ? { diagnostics: [found] } : judged;
}

/** The headers of a response as the file that they were written from; nothing where they say nothing to browsers. */
function carrierOf(sent: Readonly<Record<string, string>>): Uint8Array | undefined {
  const input = sent["signature-input"];
  // Servers sign responses for other readers, too.
  if (!input?.includes('tag="ed25519-integrity"')) return undefined;
  const [digest = "", signature = ""] = [sent["unencoded-digest"], sent.signature];
  return Buffer.from(JSON.stringify({ "Unencoded-Digest": digest, "Signature-Input": input, Signature: signature }));
}

async function sidecarAt(url: string, bytes: Uint8Array, http: HttpClient, asked: Asked): Promise<JudgedSignature> {
  const sidecar = sidecarUrl(url);
  const fail = (rule: string, message: string) => ({ diagnostics: [diagnostic(rule, message, { file: sidecar })] });
  try {
    const { status, body } = await http.request(sidecar, { redirect: "manual", maxBytes: CARRIER_BYTES });
    if (status >= 300 && status < 400) return fail("signature/redirected", `${sidecar} redirects (status ${status})`);
    if (ABSENT.includes(status)) return judgeSignature(bytes, undefined, asked, sidecar);
    if (status !== 200) return fail("serve/unreachable", `the server answers ${status} for ${sidecar}`);
    return judgeSignature(bytes, body, asked, sidecar);
  } catch (error) {
    if (error instanceof HttpError && error.code === "ERR_HTTP_TOO_LARGE") {
      return fail("signature/malformed", `${sidecar} has more than ${CARRIER_BYTES} bytes`);
    }
    return { diagnostics: [unreachable(error, sidecar)] };
  }
}
