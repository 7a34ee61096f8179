import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { headersFileOf, sidecarOf } from "../sign/carriers.js";
import type { Read } from "../sign/keys.js";
import { signManifest } from "../sign/sign-manifest.js";
import { signerOf } from "../sign/signer.js";
import { statementOf, unixNow } from "../sign/statement.js";
import type { SignOptions } from "./options.js";

/** A file of the output. */
interface Output {
  name: string;
  bytes: Buffer;
}

/** Why nothing could be signed, as far as that is known before there is anything to sign. */
export function checkSigner({ key, signer }: SignOptions, context: string): Diagnostic[] {
  const found = signerOf({ key, ...(signer !== undefined && { signer }) }, process.env, context);
  return found.value ? [] : found.diagnostics;
}

/** Signs the sealed manifests of a build; the result are files to emit beside them. */
export async function carriersOf(
  manifests: readonly Output[],
  { key, signer, now = unixNow(), ...said }: SignOptions,
  context: string,
): Promise<Read<Output[]>> {
  const found = signerOf({ key, ...(signer !== undefined && { signer }) }, process.env, context);
  if (!found.value) return { diagnostics: found.diagnostics };
  const outputs: Output[] = [];
  for (const { name, bytes } of manifests) {
    const made = statementOf(bytes, said, now);
    if ("problem" in made)
      return { diagnostics: [diagnostic("options/invalid", `sign: ${made.problem}`, { file: name })] };
    const signed = await signManifest(bytes, [made.statement], found.value);
    if (!signed.value) return { diagnostics: signed.diagnostics };
    const { sidecar, headers } = signed.value;
    outputs.push({ name: sidecarOf(name), bytes: Buffer.from(sidecar) });
    if (headers) outputs.push({ name: headersFileOf(name), bytes: Buffer.from(headers) });
  }
  return { value: outputs };
}
