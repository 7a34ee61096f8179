import { posix } from "node:path";

/** What the gate reads of a sealed manifest. */
export interface SealedManifest {
  /** Its name, relative to the output folder. */
  file: string;
  /** File → `integrity`: everything that the remote can load. */
  closure: Map<string, string>;
  /** `metaData.remoteEntry` and `ssrRemoteEntry`, relative to the output folder. */
  remoteEntries: string[];
  /** `auto`, `""`, a path or a URL. */
  publicPath: string;
}

/** Why a text is not a manifest that the gate can go by. */
export class UnusableManifest extends Error {
  override readonly name = "UnusableManifest";
}

/**
 * Reads a sealed manifest for its names and hashes. `fedseal verify` judges the manifest itself.
 *
 * @throws UnusableManifest
 */
export function readSealed(bytes: Uint8Array, file: string): SealedManifest {
  let root: unknown;
  try {
    root = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (thrown) {
    throw new UnusableManifest(`it is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  const manifest = record(root);
  const metaData = record(manifest?.metaData);
  if (!manifest || !metaData) throw new UnusableManifest("it is not a manifest of Module Federation");
  const version = manifest.schemaVersion;
  if (version !== undefined && !(typeof version === "string" && /^1\.\d+\.\d+$/.test(version))) {
    throw new UnusableManifest(
      `its \`schemaVersion\` is ${JSON.stringify(version)}; this version of fedseal reads 1.x.y`,
    );
  }
  const integrity = record(manifest.integrity);
  if (!integrity) throw new UnusableManifest("it is not sealed: it has no `integrity`");
  const closure = new Map<string, string>();
  for (const [name, value] of Object.entries(integrity)) {
    if (typeof value !== "string" || !isName(name)) {
      throw new UnusableManifest(`its \`integrity\` has an invalid entry ${JSON.stringify(name)}`);
    }
    closure.set(name, value);
  }
  const { publicPath = "auto" } = metaData;
  if (typeof publicPath !== "string") throw new UnusableManifest("its `metaData.publicPath` is not a text");
  // An SSR entry that is not part of the output has no seal, and is not there to be asked for.
  const named = [metaData.remoteEntry, metaData.ssrRemoteEntry].flatMap((value) => entryOf(value));
  const remoteEntries = named.filter((name) => closure.has(name));
  return { file, closure, remoteEntries, publicPath };
}

/** The file of an entry `{ path, name }`, if it has a name that can be asked for. */
function entryOf(value: unknown): string[] {
  const entry = record(value);
  const { path = "", name } = entry ?? {};
  if (typeof name !== "string" || name === "" || typeof path !== "string") return [];
  const file = posix.normalize(`${path}/${name}`).replace(/^\/+/, "");
  return isName(file) ? [file] : [];
}

function isName(name: string): boolean {
  return name !== "" && !/^\/|[\\#?%]/.test(name) && !name.split("/").includes("..");
}

function record(value: unknown): Record<string, unknown> | undefined {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : undefined;
}

/** The URL of a file of the output folder, or of the folder itself for `""`. */
export function urlOf(file: string, base: string): string {
  return new URL(file.split("/").map(encodeURIComponent).join("/"), base).href;
}

/** The URL that files are relative to, for a manifest that was fetched from `manifestUrl` (docs/reference/manifest.md). */
export function baseOfManifest({ publicPath }: SealedManifest, manifestUrl: string): string {
  if (publicPath === "auto" || publicPath === "") return new URL(".", manifestUrl).href;
  if (!URL.canParse(publicPath, manifestUrl)) {
    throw new UnusableManifest(`its \`metaData.publicPath\` is ${JSON.stringify(publicPath)}, which is not a URL`);
  }
  return new URL(publicPath, manifestUrl).href;
}
