import { createHash } from "node:crypto";
import { join, posix } from "node:path";
import { type NameHash, nameHash } from "@fedseal/binding";
import { readRegularFile, regularFilesIn } from "../../regular-files.js";
import { readSealed, type SealedManifest, UnusableManifest } from "./sealed.js";

/** An output folder, as far as the gate looks at it. */
export interface OutputFolder {
  sealed: SealedManifest;
  /** The bytes of the manifest. */
  manifest: Buffer;
  /** Pages and signatures. */
  entries: string[];
  /** Every file of the folder, with `/`. */
  files: string[];
}

/**
 * Reads a folder: its manifest, and the names of its files.
 *
 * @throws UnusableManifest
 */
export async function readFolder(path: string, manifest: string | undefined): Promise<OutputFolder> {
  const files = await filesBelow(path);
  const file = manifest ?? theManifest(files);
  if (!files.includes(file)) throw new UnusableManifest(`the folder has no ${file}`);
  const bytes = readRegularFile(join(path, file));
  const entries = files.filter((name) => /\.(html?|sig)$/i.test(name));
  return { sealed: readSealed(bytes, file), manifest: bytes, entries, files };
}

async function filesBelow(path: string): Promise<string[]> {
  try {
    return await regularFilesIn(path);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR" && code !== "EACCES") throw thrown;
    throw new UnusableManifest(`the folder cannot be read (${code})`);
  }
}

function theManifest(files: readonly string[]): string {
  const found = files.filter((file) => posix.basename(file) === "mf-manifest.json");
  const [only, second] = found;
  if (only === undefined)
    throw new UnusableManifest("the folder has no mf-manifest.json; name the manifest in `manifest`");
  if (second !== undefined) {
    throw new UnusableManifest(`the folder has several manifests (${found.join(", ")}); name one in \`manifest\``);
  }
  return only;
}

/** A hash in the name of a file of the folder, compared with its bytes; nothing where the file is missing. */
export function nameHashOf(path: string, file: string): NameHash | undefined {
  const bytes = bytesOf(path, file);
  return bytes && (nameHash(file, bytes) ?? undefined);
}

/** A seal over the bytes that a file of the folder has now; nothing where it is missing. */
export function sealOf(path: string, file: string): string | undefined {
  const bytes = bytesOf(path, file);
  return bytes && `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

/** Not by promises: of thousands of small files, they take longer than what is done with the bytes. */
function bytesOf(path: string, file: string): Buffer | undefined {
  try {
    return readRegularFile(join(path, file));
  } catch (thrown) {
    // A file that the manifest names and the folder lacks: `integrity/missing-file`.
    if ((thrown as NodeJS.ErrnoException).code !== "ENOENT") throw thrown;
    return undefined;
  }
}
