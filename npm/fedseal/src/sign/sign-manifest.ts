import { type Diagnostic, type SignatureStatement, signingInputs, writeCarriers } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import type { Read } from "./keys.js";
import type { Signer } from "./signer.js";

/** The carriers of a manifest as files. */
export interface Carriers {
  sidecar: Uint8Array;
  /** Missing where no key is for Ed25519. */
  headers?: Uint8Array;
}

/** Signs statements about a manifest. `before` are carriers whose other signatures stay. */
export async function signManifest(
  manifest: Uint8Array,
  statements: readonly SignatureStatement[],
  signer: Signer,
  before?: Carriers,
): Promise<Read<Carriers>> {
  const { key } = signer;
  const signed = [];
  for (const statement of statements) {
    const inputs = signingInputs(manifest, statement, key.jwk);
    if (!inputs.sidecar) return { diagnostics: [diagnostic("options/invalid", inputs.problem ?? "")] };
    const sidecar = await signer.sign(inputs.sidecar);
    if (!sidecar.value) return { diagnostics: sidecar.diagnostics };
    const headers = inputs.headers && (await signer.sign(inputs.headers));
    if (headers && !headers.value) return { diagnostics: headers.diagnostics };
    signed.push({ statement, publicJwk: key.jwk, sidecar: sidecar.value, ...(headers && { headers: headers.value }) });
  }
  const { sidecar, headers, problem } = writeCarriers(manifest, signed, before?.sidecar, before?.headers);
  if (!sidecar) return { diagnostics: [notWritten(problem ?? "")] };
  return { value: { sidecar, ...(headers && { headers }) } };
}

/** Nothing that hosts would refuse is written: not the answer of a signer, nor what was there before. */
function notWritten(problem: string): Diagnostic {
  return diagnostic("sign/signer-failed", `nothing was written: ${problem}`);
}
