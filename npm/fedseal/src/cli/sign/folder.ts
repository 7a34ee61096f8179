import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { type Diagnostic, type Progress, writeFile } from "@fedseal/binding";
import { folderSettings } from "../../config/folder-settings.js";
import { loadConfig } from "../../config/load.js";
import { diagnostic } from "../../diagnostics.js";
import { whileLocked } from "../../file-lock.js";
import { checkFolder, missingFolder } from "../../gates/integrity/folder.js";
import { toFolder } from "../../locations.js";
import { readRegularFile } from "../../regular-files.js";
import { CARRIER_BYTES, headersFileOf, sidecarOf } from "../../sign/carriers.js";
import type { Read } from "../../sign/keys.js";
import { linkOutside } from "../../sign/links.js";
import type { Carriers } from "../../sign/sign-manifest.js";
import { type Signer, type SignerSettings, signerOf } from "../../sign/signer.js";
import { statsAt } from "../../stats.js";
import type { Outcome } from "../output.js";

/** Which manifest of a folder is meant, and which of its files count; as `fedseal seal` was told. */
export interface FolderOptions {
  manifest?: string;
  include: string[];
  exclude: string[];
}

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
  { key, signer: command, ...given }: SignerSettings & FolderOptions,
  progress: Progress,
): Promise<Read<ReadyToSign>> {
  const signer = signerOf({ key, ...(command !== undefined && { signer: command }) }, process.env);
  if (!signer.value) return { diagnostics: signer.diagnostics.map((one) => toFolder(one, dir)) };
  const inside = command === undefined && !key.startsWith("env:") && isInside(resolve(dir), resolve(key));
  if (inside) {
    const message = `the private key ${key} is in the folder that is signed, and would be deployed with it`;
    return { diagnostics: [toFolder(diagnostic("sign/key-exposed", message, { file: key }), dir)] };
  }
  const { manifest: wanted, include, exclude } = given;
  const foldered = { ...(wanted !== undefined && { manifest: wanted }), include, exclude };
  const missing = missingFolder(resolve(dir), dir);
  if (missing) return { diagnostics: [missing] };
  const { loaded, diagnostics: wrong } = await loadConfig(process.cwd());
  if (!loaded) return { diagnostics: wrong.map((one) => toFolder(one, dir)) };
  const { settings, diagnostics } = await folderSettings(loaded, dir, foldered, (key) => `--${key}`);
  if (diagnostics.length > 0) return { diagnostics: diagnostics.map((one) => toFolder(one, dir)) };
  const { manifest, manifestBytes, diagnostics: found } = await checkFolder(dir, settings, progress);
  const isWhole = !found.some((one) => one.severity === "error");
  if (!isWhole || manifest === undefined || manifestBytes === undefined) return { diagnostics: found };
  return { value: { signer: signer.value, manifest, bytes: manifestBytes } };
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder + sep);
}

/** The carriers of a manifest that are in the folder. */
export async function carriersIn(dir: string, manifest: string): Promise<Read<Carriers | undefined>> {
  const [sidecar, headers] = [sidecarOf(manifest), headersFileOf(manifest)];
  for (const file of [sidecar, headers]) {
    const outside = linkOutside(dir, file);
    if (outside) return { diagnostics: [outside] };
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

/**
 * Writes the carriers of a manifest, each by one rename; the sidecar last, so that none is there without its headers. A file of headers
 * that is not renewed would be of another signature.
 */
export async function writeCarriersTo(
  dir: string,
  manifest: string,
  { sidecar, headers }: Carriers,
): Promise<Diagnostic[]> {
  const files = { sidecar: sidecarOf(manifest), headers: headersFileOf(manifest) };
  for (const file of Object.values(files)) {
    const outside = linkOutside(dir, file);
    if (outside) return [outside];
  }
  if (!headers) await rm(join(dir, files.headers), { force: true });
  const failed =
    (headers && writeFile(join(dir, files.headers), headers)) ?? writeFile(join(dir, files.sidecar), sidecar);
  return failed ? [failed] : [];
}

/**
 * Lets one process of this machine at a time read the carriers of a manifest, add to them and write them; without that, one of two that
 * add a signature at once takes the other's away. The lock is in no folder that is deployed.
 */
export function whileAdding(dir: string, manifest: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const name = createHash("sha256")
    .update(join(realpathSync(dir), manifest))
    .digest("hex")
    .slice(0, 32);
  return whileLocked(join(tmpdir(), `fedseal-sign-${name}`), work, (diagnostics) => ({ diagnostics, summary: "" }));
}

/** One signature of a sidecar by itself, so that none beside it answers for it. */
export function alone(sidecar: Uint8Array, index: number): Uint8Array {
  const { signatures } = JSON.parse(Buffer.from(sidecar).toString("utf8")) as { signatures: unknown[] };
  return Buffer.from(JSON.stringify({ signatures: [signatures[index]] }));
}
