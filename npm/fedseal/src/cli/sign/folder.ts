import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Diagnostic, type Progress, writeFile } from "@fedseal/binding";
import { folderSettings } from "../../config/folder-settings.js";
import { loadConfig } from "../../config/load.js";
import { diagnostic } from "../../diagnostics.js";
import { checkFolder, missingFolder } from "../../gates/integrity/folder.js";
import { toFolder } from "../../locations.js";
import { readRegularFile } from "../../regular-files.js";
import { CARRIER_BYTES, headersFileOf, sidecarOf } from "../../sign/carriers.js";
import type { Read } from "../../sign/keys.js";
import type { Carriers } from "../../sign/sign-manifest.js";
import { type Signer, type SignerSettings, signerOf } from "../../sign/signer.js";
import { statsAt } from "../../stats.js";

/** A manifest that may be signed, and who signs it. */
export interface ReadyToSign {
  signer: Signer;
  /** Relative to the folder. */
  manifest: string;
  bytes: Uint8Array;
}

/**
 * Reads the key, and the manifest of a folder that is as it was sealed. Levels and exceptions of the configuration do not count: a signature
 * says of a folder that it is whole.
 */
export async function readyToSign(
  dir: string,
  { key, signer: command, manifest: wanted }: SignerSettings & { manifest?: string },
  progress: Progress,
): Promise<Read<ReadyToSign>> {
  const signer = signerOf({ key, ...(command !== undefined && { signer: command }) }, process.env);
  if (!signer.value) return { diagnostics: signer.diagnostics.map((one) => toFolder(one, dir)) };
  const options = wanted === undefined ? {} : { manifest: wanted };
  const missing = missingFolder(resolve(dir), dir);
  if (missing) return { diagnostics: [missing] };
  const { loaded, diagnostics: wrong } = await loadConfig(process.cwd());
  if (!loaded) return { diagnostics: wrong.map((one) => toFolder(one, dir)) };
  const { settings, diagnostics } = await folderSettings(loaded, dir, options, (key) => `--${key}`);
  if (diagnostics.length > 0) return { diagnostics: diagnostics.map((one) => toFolder(one, dir)) };
  const { manifest, manifestBytes, diagnostics: found } = await checkFolder(dir, settings, progress);
  const isWhole = !found.some((one) => one.severity === "error");
  if (!isWhole || manifest === undefined || manifestBytes === undefined) return { diagnostics: found };
  return { value: { signer: signer.value, manifest, bytes: manifestBytes } };
}

/** The carriers of a manifest that are in the folder. */
export async function carriersIn(dir: string, manifest: string): Promise<Read<Carriers | undefined>> {
  const [sidecar, headers] = [sidecarOf(manifest), headersFileOf(manifest)];
  for (const file of [sidecar, headers]) {
    const size = statsAt(join(dir, file))?.size ?? 0;
    if (size <= CARRIER_BYTES) continue;
    const message = `${file} has ${size} bytes; at most ${CARRIER_BYTES} are read`;
    return { diagnostics: [diagnostic("signature/malformed", message, { file })] };
  }
  if (!statsAt(join(dir, sidecar))) return { value: undefined };
  const bytes = readRegularFile(join(dir, sidecar));
  if (!statsAt(join(dir, headers))) return { value: { sidecar: bytes } };
  return { value: { sidecar: bytes, headers: readRegularFile(join(dir, headers)) } };
}

/** Writes the carriers of a manifest, each by one rename. A file of headers that is not renewed would be of another signature. */
export async function writeCarriersTo(
  dir: string,
  manifest: string,
  { sidecar, headers }: Carriers,
): Promise<Diagnostic[]> {
  const file = join(dir, headersFileOf(manifest));
  if (!headers) await rm(file, { force: true });
  const failed = [headers && writeFile(file, headers), writeFile(join(dir, sidecarOf(manifest)), sidecar)];
  return failed.filter((one) => one !== undefined && one !== null);
}
