import { join } from "node:path";
import { type CacheRole, readHeaders } from "@fedseal/binding";
import { readRegularFile } from "../../../regular-files.js";
import { headersFileOf } from "../../../sign/carriers.js";
import { nameHashOf, type OutputFolder, readFolder } from "../folder.js";
import { filesOf, type RoleFacts, roleOf } from "../roles.js";
import { UnusableManifest } from "../sealed.js";
import { type CacheSettings, missingIn } from "../settings.js";

/** What a server has to send for a file. */
export interface PlannedFile {
  /** Relative to the output folder. */
  file: string;
  /** The path of the URL, decoded: `/shop/static/js/a b.js`. */
  path: string;
  cacheControl: string;
  /** Request headers that the content depends on, beside `Origin`. */
  vary?: string;
  /** `Content-Type`; missing for endings that fedseal has no opinion on. */
  type?: string;
  /** Further headers: the signatures of a manifest. A 404 must not have them. */
  signatures?: readonly (readonly [name: string, value: string])[];
}

/** What a server has to send. */
export interface Plan {
  files: PlannedFile[];
  /** Entries of the settings that are no file of the folder. */
  missing: string[];
  /** The path that the output folder is served from, with `/` at both ends. */
  base: string;
  /** Origins that may load the files; empty for all. */
  origins: string[];
}

/** A plan that cannot be written for a server. */
export class NotExpressible extends Error {
  override readonly name = "NotExpressible";
}

const CONTROL: Record<CacheRole, string> = {
  entry: "no-cache",
  unhashed: "no-cache",
  hashed: "public, max-age=31536000, immutable",
  "tenant-manifest": "private, no-cache",
};

const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  cjs: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  wasm: "application/wasm",
  html: "text/html; charset=utf-8",
  sig: "application/json",
};

/**
 * Plans the headers of an output folder by its sealed manifest. The folder of a URL is asked for by its index page, so that
 * `index.html` is planned as itself and as its folder.
 *
 * @throws UnusableManifest
 */
export async function planHeaders(
  folder: string,
  {
    manifest,
    base,
    origins,
    settings,
  }: { manifest?: string; base: string; origins: string[]; settings: CacheSettings },
): Promise<Plan> {
  const output = await readFolder(folder, manifest);
  const entries = [...output.entries, ...(settings.entries ?? [])];
  const facts: RoleFacts = { sealed: output.sealed, entries, tenantManifest: settings.tenantManifest ?? false };
  const there = new Set(output.files);
  const files: PlannedFile[] = [];
  const signatures = await signaturesOf(folder, output);
  for (const file of filesOf(facts)) {
    if (!there.has(file)) continue;
    const { role } = roleOf(file, nameHashOf(folder, file), facts);
    const type = TYPES[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ""];
    const isSigned = file === output.sealed.file && signatures !== undefined;
    const planned = {
      file,
      path: base + file,
      cacheControl: CONTROL[role],
      ...(role === "tenant-manifest" && { vary: "Authorization" }),
      ...(type !== undefined && { type }),
      ...(isSigned && { signatures }),
    };
    files.push(planned);
    if (/(^|\/)index\.html$/.test(file)) files.push({ ...planned, path: planned.path.slice(0, -"index.html".length) });
  }
  return { files, missing: missingIn(output.files, settings), base, origins };
}

/** The headers that sign the manifest, where the folder has them; they are verified against its bytes. */
async function signaturesOf(
  folder: string,
  { sealed, manifest, files }: OutputFolder,
): Promise<[string, string][] | undefined> {
  const file = headersFileOf(sealed.file);
  if (!files.includes(file)) return undefined;
  const { headers, problem } = readHeaders(manifest, readRegularFile(join(folder, file)));
  // Browsers that check them would refuse the manifest.
  if (problem != null) throw new UnusableManifest(`${file} cannot be used: ${problem}; run \`fedseal sign\` again`);
  return headers.map(({ name, value }) => [name, value]);
}

/** The path of a URL as a browser sends it. */
export function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** Endings of files that a page loads, for rules about files that do not exist. */
export const LOADABLE = ["js", "mjs", "cjs", "css", "json", "wasm", "map", "sig"];
