import { join, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { CheckContext, FolderTarget } from "../../check/area.js";
import { isWebAddress } from "../../config/addresses.js";
import { diagnostic } from "../../diagnostics.js";
import { HttpError } from "../../http/errors.js";
import { relativeTo } from "../../locations.js";
import { readRegularFile, regularFilesIn } from "../../regular-files.js";
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
  const built: BuiltManifest[] = [];
  for (const target of context.targets) {
    if (target.kind === "url") await served(target.url, context, found);
    // A shell without a manifest of its own has remotes.
    else built.push(...(await inFolder(target, context, found, named, others.length > 0)));
  }
  const asTargets = found.remotes.length;
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
      else found.remotes.push({ name, url: remote.url, bytes: readRegularFile(path) });
    }
  }
  return withBuilt(found, built, settings?.origin, asTargets);
}

/**
 * Adds the manifests of folders, each with the URL that it will be served at: below `csp.origin`, else below its own public path,
 * else where a host among the targets, or `csp.remotes`, loads the remote of its name from. What is built replaces what is served
 * there now. A host's own manifest is loaded by no page. Of `found`, the first `asTargets` remotes are targets and stay.
 */
function withBuilt(
  found: Manifests,
  built: readonly BuiltManifest[],
  origin: string | undefined,
  asTargets: number,
): Manifests {
  const loaded = new Map(found.remotes.map(({ url, bytes }) => [containerOf(bytes), url]));
  for (const { bytes } of built) for (const [name, url] of remotesOf(bytes)) loaded.set(name, url);
  const remotes = built.filter(({ bytes }) => exposes(bytes));
  const placed: RemoteFacts[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, shown, bytes } of remotes) {
    // One URL is not that of two folders.
    const url = urlOf(bytes, file, remotes.length === 1 ? origin : undefined) ?? loaded.get(containerOf(bytes));
    if (url !== undefined) {
      placed.push({ name: shown, url, bytes });
      continue;
    }
    const message = `${shown} does not say where it will be served: its public path is not a URL`;
    const entry = JSON.stringify({ manifest: shown, url: `https://…/${file}` });
    const help =
      remotes.length === 1
        ? "Set `csp.origin` to the URL that serves the folder."
        : `Add \`${entry}\` with its URL to \`csp.remotes\`; \`csp.origin\` is for one folder only.`;
    diagnostics.push(diagnostic("csp/url-unknown", message, { file: shown }, help));
  }
  const urls = new Set(placed.map(({ url }) => url));
  const others = found.remotes.filter(({ url }, index) => index < asTargets || !urls.has(url));
  return { ...found, remotes: [...placed, ...others], diagnostics: [...found.diagnostics, ...diagnostics] };
}

/** A manifest in an output folder: its name there, its path for people, its bytes. */
interface BuiltManifest {
  file: string;
  shown: string;
  bytes: Buffer;
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
  { unchecked }: Manifests,
  named: ReadonlySet<string>,
  mayBeMissing: boolean,
): Promise<BuiltManifest[]> {
  const files = manifest === undefined ? await manifestsIn(path) : [manifest];
  if (files.length === 0 && !mayBeMissing) {
    unchecked.push({ reason: `there is no manifest in ${name}, so the needs of its remote are not known` });
  }
  const built: BuiltManifest[] = [];
  for (const file of files) {
    const absolute = join(path, file);
    const shown = relativeTo(cwd, absolute);
    if (named.has(absolute)) continue;
    if (statsAt(absolute)?.isFile()) built.push({ file, shown, bytes: readRegularFile(absolute) });
    else unchecked.push({ reason: `there is no manifest ${shown}` });
  }
  return built;
}

/** Manifests of a folder, relative to it, sorted. */
async function manifestsIn(folder: string): Promise<string[]> {
  if (!statsAt(folder)?.isDirectory()) return [];
  return (await regularFilesIn(folder))
    .filter((file) => file === NAME || file.endsWith(`/${NAME}`))
    .filter((file) => !file.split("/").includes("node_modules"));
}

/** Where a folder's manifest will be: below the origin that is configured, else below its own public path, if that is a URL. */
function urlOf(bytes: Uint8Array, file: string, origin: string | undefined): string | undefined {
  const { publicPath } = metaDataOf(bytes);
  const base = origin ?? (typeof publicPath === "string" && isWebAddress(publicPath) ? publicPath : undefined);
  if (base === undefined || !isWebAddress(base)) return undefined;
  return new URL(file, base.endsWith("/") ? base : `${base}/`).href;
}

/** Whether something can be loaded from it. A host has no entry, or, from Vite, one that exposes nothing. */
function exposes(bytes: Uint8Array): boolean {
  const { exposes: modules } = rootOf(bytes);
  const { name } = recordOf(metaDataOf(bytes).remoteEntry);
  return name !== "" && !(Array.isArray(modules) && modules.length === 0);
}

/** The name of its container. */
function containerOf(bytes: Uint8Array): string | undefined {
  const { name } = rootOf(bytes);
  return typeof name === "string" ? name : undefined;
}

/** The manifests that a host loads: container name → URL. */
function remotesOf(bytes: Uint8Array): [string, string][] {
  const { remotes } = rootOf(bytes);
  if (!Array.isArray(remotes)) return [];
  return remotes.flatMap((one): [string, string][] => {
    const { federationContainerName: name, entry } = (one ?? {}) as Record<string, unknown>;
    const isManifest = typeof entry === "string" && isWebAddress(entry) && new URL(entry).pathname.endsWith(".json");
    return isManifest && typeof name === "string" ? [[name, entry]] : [];
  });
}

function metaDataOf(bytes: Uint8Array): Record<string, unknown> {
  return recordOf(rootOf(bytes).metaData);
}

/** As far as the text is a manifest: what is wrong with it, `needsOf` says. */
function rootOf(bytes: Uint8Array): Record<string, unknown> {
  try {
    return recordOf(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return {};
    throw thrown;
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
