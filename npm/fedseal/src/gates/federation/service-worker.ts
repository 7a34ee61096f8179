import { posix } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { isDigest } from "./digests.js";

/** An entry of a precache list, as Workbox and all that build on it write it. */
export interface PrecacheEntry {
  url: string;
  /** `null`: the URL itself says which bytes it has. */
  revision: string | null;
}

/** A literal without other literals in it; code in strings (`eval`) has its quotes escaped. */
const LITERAL = /\{[^{}]*\}/g;
const URL_KEY = /\\?["']?\burl\\?["']?\s*:\s*\\?(["'`])(.*?)\\?\1/s;
const REVISION_KEY = /\\?["']?\brevision\\?["']?\s*:\s*(?:(null)\b|\\?(["'`])(.*?)\\?\2)/s;

/** The entries of precache lists in the text of a service worker, or of a file that one imports. */
export function precacheEntries(text: string): PrecacheEntry[] {
  if (!text.includes("revision")) return [];
  return [...text.matchAll(LITERAL)].flatMap(([literal]): PrecacheEntry[] => {
    const url = URL_KEY.exec(literal)?.[2];
    const [, isNull, , revision] = REVISION_KEY.exec(literal) ?? [];
    if (url === undefined || (isNull === undefined && revision === undefined)) return [];
    return [{ url, revision: isNull ? null : (revision ?? "") }];
  });
}

/**
 * Precache lists in the file `name` that keep the manifest under another revision than that of its bytes. `digests` are those
 * of the sealed manifest, `file` is where the finding is shown.
 */
export function checkPrecache(
  name: string,
  text: string,
  manifest: string,
  digests: readonly string[],
  file = name,
): Diagnostic[] {
  const found = precached(name, text, manifest);
  const stale = found.find(({ revision }) => revision === null || !isDigest(revision, digests));
  if (!stale) return [];
  const held =
    stale.revision === null
      ? "without a revision, so that it is never fetched again"
      : `with the revision ${stale.revision}, which is not a hash of the sealed manifest`;
  return [
    diagnostic("federation/stale-manifest-in-service-worker", `${name} precaches ${manifest} ${held}`, {
      file,
      ...placeOf(text, stale.url),
    }),
  ];
}

/** The entries for the manifest in precache lists in the file `name`. */
export function precached(name: string, text: string, manifest: string): PrecacheEntry[] {
  if (!text.includes(posix.basename(manifest))) return [];
  return precacheEntries(text).filter(({ url }) => isSameFile(url, manifest, name));
}

/**
 * A URL with a path from the root may have folders of the server above the output. Others are relative to the worker, or to
 * the output folder where the list is in another file.
 */
function isSameFile(url: string, manifest: string, worker: string): boolean {
  const path = url.replace(/[?#].*$/s, "").replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, "");
  if (path.startsWith("/")) return posix.normalize(path).endsWith(`/${manifest}`);
  return [path, posix.join(posix.dirname(worker), path)].some((one) => posix.normalize(one) === manifest);
}

/** Line and column, in UTF-16 code units, of the entry. */
function placeOf(text: string, url: string): { line?: number; column?: number } {
  const at = text.indexOf(url);
  if (at < 0) return {};
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
