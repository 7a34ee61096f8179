import { join } from "node:path";
import {
  type Diagnostic,
  type ExpectedSignature,
  type PublicKey,
  type RefusalReason,
  type SignatureStatement,
  verifyManifest,
} from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { HttpClient } from "../../http/client.js";
import { HttpError } from "../../http/errors.js";
import { readRegularFile } from "../../regular-files.js";
import { CARRIER_BYTES, sidecarOf, sidecarUrl } from "../../sign/carriers.js";
import { namesOf } from "../../sign/statement.js";
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
  const file = sidecarOf(manifest);
  const stats = statsAt(join(dir, file));
  if (!stats) return judgeSignature(bytes, undefined, asked, file);
  if (stats.size > CARRIER_BYTES) {
    const message = `${file} has ${stats.size} bytes; at most ${CARRIER_BYTES} are read`;
    return { diagnostics: [diagnostic("signature/malformed", message, { file })] };
  }
  return judgeSignature(bytes, readRegularFile(join(dir, file)), asked, file);
}

/** Judges the signature of a manifest that a server serves; by default its own origin is the only one that it may be signed for. */
export async function signatureAt(
  url: string,
  bytes: Uint8Array,
  http: HttpClient,
  { origins = [new URL(url).origin], ...asked }: Asked,
): Promise<JudgedSignature> {
  const sidecar = sidecarUrl(url);
  const fail = (rule: string, message: string) => ({ diagnostics: [diagnostic(rule, message, { file: sidecar })] });
  try {
    const { status, body } = await http.request(sidecar, { redirect: "manual", maxBytes: CARRIER_BYTES });
    if (status >= 300 && status < 400) return fail("signature/redirected", `${sidecar} redirects (status ${status})`);
    if (status === 404 || status === 410) return judgeSignature(bytes, undefined, { ...asked, origins }, sidecar);
    if (status !== 200) return fail("serve/unreachable", `the server answers ${status} for ${sidecar}`);
    return judgeSignature(bytes, body, { ...asked, origins }, sidecar);
  } catch (error) {
    if (error instanceof HttpError && error.code === "ERR_HTTP_TOO_LARGE") {
      return fail("signature/malformed", `${sidecar} has more than ${CARRIER_BYTES} bytes`);
    }
    return { diagnostics: [unreachable(error, sidecar)] };
  }
}
