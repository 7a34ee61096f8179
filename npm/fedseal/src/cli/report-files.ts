import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type Diagnostic, select, writeFile } from "@fedseal/binding";
import type { FolderTarget, Target } from "../check/area.js";
import { diagnostic } from "../diagnostics.js";

/** Files that reports are written to. */

/** Writes a report: a reader sees the old one or the new one. */
export function writeReport(file: string, text: string): Diagnostic | undefined {
  const path = resolve(file);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    // The write below says why there is no such folder.
    if (!(error instanceof Error)) throw error;
  }
  return writeFile(path, Buffer.from(`${text}\n`)) ?? undefined;
}

/** Files of a call that would overwrite each other, the configuration, or what is checked. */
export function clashes(
  files: readonly string[],
  { config, targets }: { config: string | undefined; targets: readonly Target[] },
): Diagnostic[] {
  const seen = new Set<string>();
  return files.flatMap((file) => {
    const path = realPath(resolve(file));
    const why = seen.has(path)
      ? "two reports would be written to"
      : config !== undefined && path === realPath(config)
        ? "the report would replace the configuration"
        : targets.some((target) => target.kind === "folder" && isOf(target, path))
          ? "the report would become part of the output that is checked, as"
          : undefined;
    seen.add(path);
    const help = "Give each report a file of its own, outside of the output folder.";
    return why === undefined ? [] : [diagnostic("options/invalid", `${why} ${file}`, undefined, help)];
  });
}

/** Whether a file is the manifest of a folder, a file that it names, or one that pages could load. */
function isOf(
  { path: folder, manifest = "mf-manifest.json", include = [], exclude = [] }: FolderTarget,
  path: string,
): boolean {
  const name = relative(realPath(folder), path).split(sep).join("/");
  if (name === "" || name === ".." || name.startsWith("../") || resolve(name) === name) return false;
  if (name === manifest || basename(name) === basename(manifest)) return true;
  const file = join(folder, manifest);
  const manifests = existsSync(file) ? [{ name: manifest, bytes: readFileSync(file) }] : [];
  const { selected, diagnostics } = select(manifests, [name], [], { include, exclude });
  // What cannot be read is a finding of the check; until then, nothing is known to be harmless.
  return selected.length > 0 || diagnostics.length > 0;
}

/** A path without links, as far as it is there. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const folder = dirname(path);
  return folder === path ? path : join(realPath(folder), basename(path));
}
