import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Diagnostic, Progress, verifyFolder } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { HttpClient } from "../../http/client.js";
import { statsAt } from "../../stats.js";
import { TIMEOUT } from "./limits.js";
import { type Advance, atUrl, MIRRORED, type Mirror, mirror } from "./mirror.js";

/** What became of a manifest that a server serves. */
export interface CheckedUrl {
  files: number;
  bytes: number;
  /** Located at the URL of the manifest or of the file. */
  diagnostics: Diagnostic[];
  /** Files that an earlier, interrupted run had fetched. */
  resumed: number;
  /** The manifest as it was served, and the URLs that redirected to it; missing where it could not be fetched or read. */
  manifest?: { bytes: Uint8Array; redirects: string[]; headers: Record<string, string> };
  /** File → bytes, of the files that were fetched. */
  sizes: ReadonlyMap<string, number>;
}

/**
 * Checks what a server serves now against the seals of the manifest that it serves: the same rules as for a folder, over what
 * was fetched. `state` is a folder that an interrupted run can be taken up from; without it, a temporary one is used.
 */
export async function checkUrl(
  url: string,
  http: HttpClient,
  { state, advance, timeout = TIMEOUT }: { state?: string; advance?: Advance; timeout?: number } = {},
): Promise<CheckedUrl> {
  const folder = state ?? mkdtempSync(join(tmpdir(), "fedseal-mirror-"));
  try {
    const mirrored = await mirror(url, folder, http, { timeout, advance });
    const decided = { files: 0, bytes: 0, resumed: mirrored.resumed, sizes: new Map<string, number>() };
    const { redirects, headers } = mirrored;
    if (!mirrored.isThere) return { ...decided, diagnostics: mirrored.diagnostics };
    // What lies in the folder beside the fetched files is no part of what the server serves.
    const settings = { manifest: MIRRORED, exclude: ["**"] };
    const { manifestBytes, files, bytes, diagnostics } = await verifyFolder(folder, settings, new Progress());
    const own = diagnostics.flatMap((one) => served(one, url, mirrored)).map((one) => noManifest(one, headers));
    const sizes = new Map(files.map((name) => [name, statsAt(join(folder, name))?.size ?? 0]));
    const manifest = manifestBytes && { manifest: { bytes: manifestBytes, redirects, headers } };
    return {
      ...decided,
      ...manifest,
      sizes,
      files: files.length,
      bytes,
      diagnostics: [...own, ...mirrored.diagnostics],
    };
  } finally {
    if (state === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** What a server sends in place of a manifest is most often its page for whatever it does not know. */
function noManifest(one: Diagnostic, headers: Readonly<Record<string, string>>): Diagnostic {
  if (one.rule !== "manifest/invalid-json") return one;
  const type = headers["content-type"]?.split(";")[0] ?? "nothing about its type";
  const help = `The server says ${type}. Name the URL of the manifest itself, \`…/mf-manifest.json\`; if it is that, have the server send the file.`;
  return { ...one, help };
}

/** A finding about the mirror as one about the server. */
function served(one: Diagnostic, url: string, { urls, absent }: Mirror): Diagnostic[] {
  // A place in a script is one in what the server sent for the script.
  const found = atUrl(one, urls.get(one.location?.file ?? "") ?? url);
  if (!/^(integrity\/missing-file|manifest\/(types|ssr-entry)-not-emitted)$/.test(one.rule)) return [found];
  const named = [...urls].find(([name]) => one.message.startsWith(`${name} is named`));
  if (!named) return [found];
  const status = absent.get(named[0]);
  // What could not be fetched is a finding of its own, not a missing file.
  if (status === undefined) return [];
  const message = `${named[0]} is named, but the server answers ${status} for ${named[1]}`;
  const help = "Upload the whole output folder, and keep the files of earlier releases.";
  return [diagnostic(one.rule, message, found.location, help)];
}
