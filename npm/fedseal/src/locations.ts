import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "@fedseal/binding";

/** The same diagnostic, with a location relative to the current folder instead of relative to this one. */
export function fromFolder(found: Diagnostic, folder: string): Diagnostic {
  return moved(found, (file) => relativeTo(process.cwd(), resolve(folder, file)));
}

/** The same diagnostic, with a location relative to this folder instead of relative to the current folder. */
export function toFolder(found: Diagnostic, folder: string): Diagnostic {
  return moved(found, (file) => relativeTo(resolve(folder), resolve(file)));
}

/** The same diagnostic, with a location relative to the root of the repository instead of to the current folder. */
export function inRepository(found: Diagnostic): Diagnostic {
  return moved(found, (file) => relativeTo(repositoryRoot(), resolve(file)));
}

/** Whether a file, relative to the current folder, is one of the repository: only these can be annotated. */
export function isInRepository(file: string): boolean {
  const path = relative(repositoryRoot(), resolve(file));
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/**
 * The same diagnostic for SARIF. Code scanning refuses a whole log in which a result has no location: one without a place is put
 * at the nearest `package.json`, where there is one, and so is one whose place is outside of the repository.
 */
export function forCodeScanning(found: Diagnostic): Diagnostic {
  if (isServed(found)) return found;
  if (found.location && isInRepository(found.location.file)) return inRepository(found);
  const file = nearestManifest();
  if (file === undefined) return found.location ? inRepository(found) : found;
  return inRepository({ ...withPlaceInWords(found), location: { file } });
}

function withPlaceInWords(found: Diagnostic): Diagnostic {
  const { file, line } = found.location ?? {};
  if (file === undefined) return found;
  return { ...found, message: `${found.message} (${line === undefined ? file : `${file}:${line}`})` };
}

/** The nearest package.json of the repository, relative to the current folder. */
function nearestManifest(): string | undefined {
  const root = repositoryRoot();
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (existsSync(path)) return relativeTo(process.cwd(), path);
    if (folder === root || folder === dirname(folder)) return undefined;
  }
}

/** The same diagnostic for annotations, which know files of the repository only: another place goes into the message. */
export function forAnnotation(found: Diagnostic): Diagnostic {
  if (!isServed(found)) {
    if (!found.location || isInRepository(found.location.file)) return inRepository(found);
    const { location: _, ...rest } = withPlaceInWords(found);
    return rest;
  }
  const { location, ...rest } = found;
  const url = location?.file ?? "";
  return rest.message.includes(url) ? rest : { ...rest, message: `${rest.message} (${url})` };
}

/** Whether a diagnostic is about a URL. */
export function isServed({ location }: Diagnostic): boolean {
  return location !== undefined && /^https?:\/\//.test(location.file);
}

/** A path from a folder, with `/`. */
export function relativeTo(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/") || ".";
}

/** The nearest folder with a `.git` (a folder, or a file in work trees), else the current one. */
function repositoryRoot(): string {
  const start = process.cwd();
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return start;
  }
}

function moved(found: Diagnostic, to: (file: string) => string): Diagnostic {
  const { location } = found;
  return location ? { ...found, location: { ...location, file: to(location.file) } } : found;
}
