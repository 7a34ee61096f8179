import { join, posix } from "node:path";
import type { CheckContext } from "../../check/area.js";
import type { Base } from "../../check/base.js";
import type { ExposeFacts, SealedFile, SealFacts } from "../../check/facts.js";
import { HttpError } from "../../http/errors.js";
import { statsAt } from "../../stats.js";
import { type FoundManifest, findManifests } from "../find-manifests.js";

/**
 * What the manifests of the targets seal. `served` has the sizes of what servers served: URL of the manifest → file → bytes.
 * Manifests that cannot be read are findings, and no facts.
 */
export async function sealFacts(
  { targets, http, base }: CheckContext,
  served: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Promise<SealFacts[]> {
  const { manifests } = await findManifests(targets, http);
  const facts: SealFacts[] = [];
  for (const found of manifests) {
    const seal = readSeal(found.value, sizesOf(found, served));
    if (!seal) continue;
    const before = base && (await baseOf(base, found, seal.name));
    facts.push({ ...seal, manifest: found.file, ...(before && { base: before }) });
  }
  return facts;
}

type SizeOf = (file: string) => number | undefined;

function sizesOf(
  { target, name, file }: FoundManifest,
  served: ReadonlyMap<string, ReadonlyMap<string, number>>,
): SizeOf {
  if (target?.kind !== "folder") return (wanted) => served.get(file)?.get(wanted);
  // Names are relative to the folder of the output, or to that of the manifest in it.
  const folder = join(target.path, posix.dirname(name));
  return (wanted) => sizeAt(join(target.path, wanted)) ?? sizeAt(join(folder, wanted));
}

function sizeAt(path: string): number | undefined {
  const stats = statsAt(path);
  return stats?.isFile() ? stats.size : undefined;
}

/** The manifest of the base that is of the same remote. A base that does not answer is a reason of the areas that compare. */
async function baseOf(base: Base, { file, name }: FoundManifest, remote: string): Promise<SealFacts["base"]> {
  const paths = { url: [posix.basename(name)], folder: [name, file], git: [file] }[base.kind];
  for (const path of paths) {
    if (/^https?:/.test(path)) continue;
    const bytes = await readBase(base, path);
    const value = bytes && parsed(bytes);
    const folder = path.slice(0, path.length - name.length);
    const before = value === undefined ? undefined : readSeal(value, (wanted) => base.size?.(`${folder}${wanted}`));
    if (before?.name !== remote) continue;
    return { name: base.name, ...(before.release !== undefined && { release: before.release }), files: before.files };
  }
  return undefined;
}

async function readBase(base: Base, path: string): Promise<Buffer | undefined> {
  try {
    return await base.read(path);
  } catch (error) {
    if (error instanceof HttpError) return undefined;
    throw error;
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads a manifest for a report; undefined where it is not one. */
export function readSeal(value: unknown, sizeOf: SizeOf): Omit<SealFacts, "manifest" | "base"> | undefined {
  const manifest = record(value);
  const metaData = record(manifest?.metaData);
  if (!manifest || !metaData) return undefined;
  const name = textOf(manifest.name) ?? textOf(metaData.name) ?? "";
  const integrity = record(manifest.integrity);
  const exposes = list(manifest.exposes).flatMap((one) => exposeOf(record(one)));
  const entry = fileOf(metaData.remoteEntry);
  const seals = new Map<string, string | undefined>();
  for (const [file, seal] of Object.entries(integrity ?? {})) if (isInside(file)) seals.set(file, textOf(seal));
  const listed = [...(entry === undefined ? [] : [entry]), ...exposes.flatMap((one) => [...one.sync, ...one.async])];
  for (const file of listed) if (!seals.has(file)) seals.set(file, undefined);
  const files = [...seals]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, seal]): SealedFile => {
      const size = sizeOf(file);
      return { name: file, ...(size !== undefined && { size }), ...(seal !== undefined && { seal }) };
    });
  const release = textOf(record(manifest.release)?.id);
  return {
    name,
    isSealed: integrity !== undefined,
    files,
    exposes,
    ...(release !== undefined && { release }),
    ...(entry !== undefined && { entry }),
  };
}

function exposeOf(expose: Record<string, unknown> | undefined): ExposeFacts[] {
  const path = textOf(expose?.path) ?? textOf(expose?.name);
  if (path === undefined) return [];
  const assets = record(expose?.assets);
  const of = (load: "sync" | "async") => {
    const all = [record(assets?.js), record(assets?.css)].flatMap((kind) => list(kind?.[load]).map(fileOf));
    return [...new Set(all.filter((file) => file !== undefined))];
  };
  return [{ path, sync: of("sync"), async: of("async") }];
}

/** The file of an entry: a name, or `{ path, name }`. */
function fileOf(value: unknown): string | undefined {
  const object = record(value);
  const name = textOf(object ? object.name : value);
  if (name === undefined || name === "") return undefined;
  const file = posix.normalize(`${textOf(object?.path) ?? ""}/${name}`).replace(/^(\.?\/)+/, "");
  return isInside(file) ? file : undefined;
}

/** Names that leave the folder are findings, and nothing to look at. */
function isInside(file: string): boolean {
  return file !== "" && !/^\/|[\\\0]/.test(file) && !file.split("/").includes("..");
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Record<string, unknown> | undefined {
  const is = typeof value === "object" && value !== null && !Array.isArray(value);
  return is ? (value as Record<string, unknown>) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
