import { join } from "node:path";
import { type Diagnostic, type Progress, verifyFolder } from "@fedseal/binding";
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

/**
 * Hashes a folder again and compares it with its manifest, its compressed copies included. `inner` are folders in it, relative to
 * it, that are compared with manifests of their own: what lies there and is not in this manifest is no finding here.
 */
export async function checkFolder(
  dir: string,
  settings: FolderSettings,
  progress: Progress,
  inner: readonly string[] = [],
): Promise<CheckedFolder> {
  const missing = missingFolder(dir, dir);
  if (missing) return { manifest: undefined, files: 0, bytes: 0, diagnostics: [missing] };
  const { manifest, manifestBytes, files, bytes, copies, orphans, ...found } = await verifyFolder(
    dir,
    settings,
    progress,
  );
  const isInner = ({ rule, location }: Diagnostic) =>
    rule === "integrity/unlisted-file" && inner.some((folder) => location?.file.startsWith(`${folder}/`));
  const diagnostics = found.diagnostics.filter((one) => !isInner(one));
  return {
    manifest,
    ...(manifestBytes && { manifestBytes }),
    files: files.length,
    bytes,
    diagnostics: withInnerOutput(dir, manifest, diagnostics).concat(await aboutCopies(dir, copies, orphans, manifest)),
  };
}

/**
 * Says of unlisted files that they lie in the output of another build, such as that for the server in the folder of that for the
 * browser. They stay findings: a manifest that lies beside files vouches for nobody until somebody who knows it says so.
 */
function withInnerOutput(dir: string, manifest: string | undefined, found: readonly Diagnostic[]): Diagnostic[] {
  return found.map((one) => {
    const folder = one.rule === "integrity/unlisted-file" ? innerOutput(dir, one.location?.file, manifest) : undefined;
    if (folder === undefined) return one;
    const help = `${folder} has a manifest of its own. If it is the output of another build, name both folders in \`targets\` of the configuration, or compare each with its own: \`fedseal verify <dir> --exclude "${folder}/**"\` and \`fedseal verify <dir>/${folder}\`. If not, find out who put it there.`;
    return { ...one, help };
  });
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
  const [, copies, orphans] = given;
  if (copies.length + orphans.length === 0) return [];
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
