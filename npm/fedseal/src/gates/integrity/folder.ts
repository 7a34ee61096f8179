import { join } from "node:path";
import { type Diagnostic, Progress, verifyFolder } from "@fedseal/binding";
import type { FolderSettings } from "../../config/folder-settings.js";
import { diagnostic } from "../../diagnostics.js";
import { statsAt } from "../../stats.js";
import type { checkCopies } from "./copies.js";

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
  const { names, ...checked } = await verified(dir, settings, progress);
  return { ...checked, files: names.length };
}

type Verified = Omit<CheckedFolder, "files"> & { names: string[] };

async function verified(dir: string, settings: FolderSettings, progress: Progress): Promise<Verified> {
  const { manifest, manifestBytes, files, bytes, copies, diagnostics } = await verifyFolder(dir, settings, progress);
  const own: Verified = {
    manifest,
    ...(manifestBytes && { manifestBytes }),
    names: files,
    bytes,
    diagnostics: diagnostics.concat(await aboutCopies(dir, copies, manifest)),
  };
  return withInnerOutputs(dir, settings, own);
}

/**
 * Takes in the outputs of other builds further down, such as that for the server in the folder of that for the browser: what no
 * manifest above names has to be named, and be right, by the manifest of its own output.
 */
async function withInnerOutputs(dir: string, settings: FolderSettings, outer: Verified): Promise<Verified> {
  const unlisted = outer.diagnostics.filter(({ rule }) => rule === "integrity/unlisted-file");
  const folders = new Set(unlisted.flatMap(({ location }) => innerOutput(dir, location?.file, outer.manifest) ?? []));
  let result = outer;
  for (const folder of [...folders].sort()) {
    const { manifest: _, ...filter } = settings;
    const inner = await verified(join(dir, folder), filter, new Progress());
    // A manifest that seals nothing, or cannot be read, vouches for nothing.
    if (inner.diagnostics.some(({ rule, undecided }) => undecided || rule === "integrity/closure-missing")) continue;
    const names = inner.names.map((name) => `${folder}/${name}`);
    const open = result.diagnostics.filter(
      ({ rule, location }) => rule !== "integrity/unlisted-file" || !location?.file.startsWith(`${folder}/`),
    );
    const found = inner.diagnostics.map((one) =>
      one.location ? { ...one, location: { ...one.location, file: `${folder}/${one.location.file}` } } : one,
    );
    result = {
      ...result,
      names: [...new Set([...result.names, ...names])],
      bytes: result.bytes + inner.bytes,
      diagnostics: [...open, ...found],
    };
  }
  return result;
}

/** The outermost folder around a file that has a manifest, other than the one that was compared. */
function innerOutput(dir: string, file: string | undefined, manifest: string | undefined): string | undefined {
  const parts = (file ?? "").split("/").slice(0, -1);
  return parts
    .map((_, index) => parts.slice(0, index + 1).join("/"))
    .find((folder) => `${folder}/${MANIFEST}` !== manifest && statsAt(join(dir, folder, MANIFEST))?.isFile());
}

const MANIFEST = "mf-manifest.json";

/** What decompresses is loaded where there is a copy. */
async function aboutCopies(...given: Parameters<typeof checkCopies>): Promise<Diagnostic[]> {
  const [, copies] = given;
  if (copies.length === 0) return [];
  const { checkCopies } = await import("./copies.js");
  return checkCopies(...given);
}

/** A finding where there is no folder at a path. `shown` is the path as the user gave it. */
export function missingFolder(path: string, shown: string): Diagnostic | undefined {
  const stats = statsAt(path);
  if (stats?.isDirectory()) return undefined;
  if (stats) return diagnostic("file/unreadable", `${shown} is a file, not an output folder`);
  const help = "Run the build first, or name the folder that it writes.";
  return diagnostic("file/unreadable", `there is no folder ${shown}; build first`, undefined, help);
}
