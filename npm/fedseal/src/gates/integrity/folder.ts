import { type Diagnostic, type Progress, verifyFolder } from "@fedseal/binding";
import type { FolderSettings } from "../../config/folder-settings.js";
import { diagnostic } from "../../diagnostics.js";
import { statsAt } from "../../stats.js";
import { checkCopies } from "./copies.js";

/** What became of a folder. */
export interface CheckedFolder {
  /** The manifest, relative to the folder; undefined when there is none. */
  manifest: string | undefined;
  /** Its bytes that were checked. */
  manifestBytes?: Uint8Array;
  /** Files that were hashed and compared. */
  files: number;
  /** Their bytes. */
  bytes: number;
  /** Locations are relative to the folder. */
  diagnostics: Diagnostic[];
}

/** Hashes a folder again and compares it with its manifest, its compressed copies included. */
export async function checkFolder(dir: string, settings: FolderSettings, progress: Progress): Promise<CheckedFolder> {
  const missing = missingFolder(dir, dir);
  if (missing) return { manifest: undefined, files: 0, bytes: 0, diagnostics: [missing] };
  const { manifest, manifestBytes, files, bytes, copies, diagnostics } = await verifyFolder(dir, settings, progress);
  return {
    manifest,
    ...(manifestBytes && { manifestBytes }),
    files: files.length,
    bytes,
    diagnostics: diagnostics.concat(await checkCopies(dir, copies, manifest)),
  };
}

/** A finding where there is no folder at a path. `shown` is the path as the user gave it. */
export function missingFolder(path: string, shown: string): Diagnostic | undefined {
  const stats = statsAt(path);
  if (stats?.isDirectory()) return undefined;
  if (stats) return diagnostic("file/unreadable", `${shown} is a file, not an output folder`);
  const help = "Run the build first, or name the folder that it writes.";
  return diagnostic("file/unreadable", `there is no folder ${shown}; build first`, undefined, help);
}
