import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { CheckContext, FolderTarget } from "../../check/area.js";
import { isWebAddress } from "../../config/validate.js";
import { diagnostic } from "../../diagnostics.js";
import { HttpError } from "../../http/errors.js";
import { relativeTo } from "../../locations.js";
import { statsAt } from "../../stats.js";
import type { RemoteFacts } from "./needs.js";
import type { CspSettings, RemoteManifest } from "./settings.js";

/** The manifests of a page's remotes. */
export interface Manifests {
  remotes: RemoteFacts[];
  diagnostics: Diagnostic[];
  unchecked: { reason: string }[];
}

const NAME = "mf-manifest.json";

/** The manifests of the targets, and of `csp.remotes`. */
export async function manifestsOf(context: CheckContext, settings: CspSettings | undefined): Promise<Manifests> {
  const found: Manifests = { remotes: [], diagnostics: [], unchecked: [] };
  const others = settings?.remotes ?? [];
  // A target that is named there as well has its URL from there.
  const named = new Set(others.flatMap((one) => (typeof one === "string" ? [] : [pathOf(one, context)])));
  for (const target of context.targets) {
    if (target.kind === "url") await served(target.url, context, found);
    // A shell without a manifest of its own has remotes.
    else await inFolder(target, context, settings, found, named, others.length > 0);
  }
  for (const remote of others) {
    if (typeof remote === "string" && isWebAddress(remote)) await served(remote, context, found);
    else if (typeof remote === "string") {
      found.unchecked.push({
        reason: `\`csp.remotes\` has ${JSON.stringify(remote)} without the URL that it is served at`,
      });
    } else {
      const path = pathOf(remote, context);
      const name = relativeTo(context.cwd, path);
      if (!isWebAddress(remote.url)) {
        found.unchecked.push({
          reason: `\`csp.remotes\`: ${JSON.stringify(remote.url)} is not a URL of http or https`,
        });
      } else if (!statsAt(path)?.isFile()) found.unchecked.push({ reason: `there is no manifest ${name}` });
      else found.remotes.push({ name, url: remote.url, bytes: await readFile(path) });
    }
  }
  return found;
}

function pathOf({ manifest }: RemoteManifest, { configFolder }: CheckContext): string {
  return resolve(configFolder, manifest);
}

async function served(url: string, { http }: CheckContext, { remotes, unchecked }: Manifests): Promise<void> {
  try {
    const response = await http.request(url);
    if (response.status === 200) remotes.push({ name: url, url: response.url, bytes: response.body });
    else unchecked.push({ reason: `the needs of ${url} are not known: the server answers ${response.status}` });
  } catch (thrown) {
    if (!(thrown instanceof HttpError)) throw thrown;
    unchecked.push({ reason: `the needs of ${url} are not known: ${thrown.message}` });
  }
}

async function inFolder(
  { path, name, manifest }: FolderTarget,
  { cwd }: CheckContext,
  settings: CspSettings | undefined,
  found: Manifests,
  named: ReadonlySet<string>,
  mayBeMissing: boolean,
): Promise<void> {
  const files = manifest === undefined ? manifestsIn(path) : [manifest];
  if (files.length === 0 && !mayBeMissing) {
    found.unchecked.push({ reason: `there is no manifest in ${name}, so the needs of its remote are not known` });
  }
  for (const file of files) {
    const absolute = join(path, file);
    if (named.has(absolute)) continue;
    const shown = relativeTo(cwd, absolute);
    if (!statsAt(absolute)?.isFile()) {
      found.unchecked.push({ reason: `there is no manifest ${shown}` });
      continue;
    }
    const bytes = await readFile(absolute);
    // No page loads the manifest of its own host.
    if (!exposes(bytes)) continue;
    const url = urlOf(bytes, file, settings?.origin);
    if (url !== undefined) found.remotes.push({ name: shown, url, bytes });
    else {
      const message = `${shown} does not say where it will be served: its public path is not a URL`;
      const help = "Set `csp.origin` to the URL that serves the folder.";
      found.diagnostics.push(diagnostic("csp/url-unknown", message, { file: shown }, help));
    }
  }
}

/** Manifests of a folder, relative to it, sorted. */
function manifestsIn(folder: string): string[] {
  if (!statsAt(folder)?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file === NAME || file.endsWith(`/${NAME}`))
    .filter((file) => !file.split("/").includes("node_modules"))
    .sort();
}

/** Where a folder's manifest will be: below the origin that is configured, else below its own public path, if that is a URL. */
function urlOf(bytes: Uint8Array, file: string, origin: string | undefined): string | undefined {
  const { publicPath } = metaDataOf(bytes);
  const base = origin ?? (typeof publicPath === "string" && isWebAddress(publicPath) ? publicPath : undefined);
  if (base === undefined || !isWebAddress(base)) return undefined;
  return new URL(file, base.endsWith("/") ? base : `${base}/`).href;
}

/** Whether something can be loaded from it: the manifest of a host has no entry. */
function exposes(bytes: Uint8Array): boolean {
  const { remoteEntry } = metaDataOf(bytes);
  const { name } = (remoteEntry ?? {}) as { name?: unknown };
  return name !== "";
}

/** As far as the text is a manifest: what is wrong with it, `needsOf` says. */
function metaDataOf(bytes: Uint8Array): Record<string, unknown> {
  try {
    const { metaData } = JSON.parse(Buffer.from(bytes).toString("utf8")) as { metaData?: unknown };
    return typeof metaData === "object" && metaData !== null ? (metaData as Record<string, unknown>) : {};
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof TypeError) return {};
    throw thrown;
  }
}
