import { readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { checkPublicPath } from "../gates/federation/public-path.js";
import { checkStrategy } from "../gates/federation/strategy.js";
import type { Compilation, Compiler } from "./bundler.js";
import { mayHandleFailedRemotes } from "./failed-remotes.js";
import type { Files } from "./files.js";
import { federationPlugins } from "./find-federation-plugins.js";

/** A manifest of the build; `bytes` are those of now, sealed or not. */
interface Manifest {
  name: string;
  bytes: Buffer;
}

/** Common mistakes with Module Federation that a build shows before it is sealed: the rules `federation/…`. */
export function checkBuild(
  compiler: Compiler,
  compilation: Compilation,
  files: Files,
  manifests: readonly Manifest[],
): Diagnostic[] {
  const parsed = manifests.map(({ name, bytes }) => ({ name, value: parsedOf(bytes) }));
  return [
    ...parsed.flatMap(({ name, value }) => checkPublicPath(value, name)),
    ...checkEntries(compiler, compilation, files),
    ...checkImmutable(compiler, compilation, files),
    ...checkStart(compiler, parsed),
  ];
}

/** A host that loads the entry of a remote loads one file. ES and CommonJS modules import the others by themselves. */
function checkEntries({ options }: Compiler, compilation: Compilation, { hotUpdates }: Files): Diagnostic[] {
  const { entries, entrypoints } = compilation;
  if (["module", "commonjs"].includes(options.output?.chunkFormat)) return [];
  // Hot updates count as files of the chunk that they update.
  return [...entries].flatMap(([name, { dependencies }]): Diagnostic[] => {
    if (!dependencies.some(({ type }) => type === "container entry")) return [];
    const chunks = entrypoints.get(name)?.chunks ?? [];
    const files = [...new Set(chunks.flatMap((chunk) => [...chunk.files]))].filter(
      (file) => /\.[mc]?js$/.test(file) && !hotUpdates.has(file),
    );
    if (files.length < 2) return [];
    const message = `the entry of ${name} is spread over ${files.length} files: ${files.sort().join(", ")}`;
    return [diagnostic("federation/entry-in-several-files", message)];
  });
}

/** Asking the bundler for an asset takes its time; of names that look like this it need not be asked. */
const LOOKS_HASHED = /(?:^|[^0-9a-z])[0-9a-f]{8,}(?:[^0-9a-z]|$)/i;

/** The bundler marks a file as immutable because a hash is in its name; others say so without one. */
function checkImmutable({ options }: Compiler, compilation: Compilation, { all }: Files): Diagnostic[] {
  // What is being developed is not deployed.
  if (options.mode === "development") return [];
  return all
    .filter((name) => !LOOKS_HASHED.test(name))
    .sort()
    .flatMap((name): Diagnostic[] => {
      const info = compilation.getAsset(name)?.info;
      if (!info?.immutable || info.hotModuleReplacement) return [];
      const hashes = [info.contenthash, info.chunkhash, info.fullhash].flat().filter((hash) => hash !== undefined);
      if (hashes.some((hash) => name.includes(hash))) return [];
      const message = `${name} is marked as immutable, and its name has no hash`;
      return [diagnostic("federation/immutable-without-hash", message, { file: name })];
    });
}

/** Builds for development start again at once. */
function checkStart(compiler: Compiler, manifests: readonly { name: string; value: unknown }[]): Diagnostic[] {
  if (compiler.options.mode === "development") return [];
  return manifests.flatMap(({ name: file, value }): Diagnostic[] => {
    const { name } = (value ?? {}) as { name?: unknown };
    const plugin = federationPlugins(compiler).find(({ options }) => options.name === name);
    if (!plugin) return [];
    const handlesFailedRemotes = mayHandleFailedRemotes(plugin.options.runtimePlugins, compiler.options.context);
    return checkStrategy(value, file, { strategy: plugin.options.shareStrategy, handlesFailedRemotes });
  });
}

/**
 * Files of an earlier build in the output folder. `own` are the assets of this build, `beside` names that servers and hosts take for
 * a part of its manifests; `outside` says which of the other names a page could load. A file that is newer than this process was put there by another build of the same run.
 */
export function checkLeftovers(
  compiler: Compiler,
  folder: string,
  own: ReadonlySet<string>,
  beside: ReadonlySet<string>,
  outside: (names: string[]) => string[],
): Diagnostic[] {
  if (compiler.options.output?.clean) return [];
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => `${item.parentPath}${sep}${item.name}`.slice(folder.length + 1))
    .map((name) => (sep === "/" ? name : name.replaceAll(sep, "/")))
    .filter((name) => !own.has(name));
  const loadable = outside(names.sort());
  const old = [...loadable, ...names.filter((name) => beside.has(name))].filter((name) => {
    // What stands beside a manifest is of that manifest, or of the one that was there before.
    if (beside.has(name)) return true;
    // A sibling build may have removed it since.
    const file = statSync(join(folder, name), { throwIfNoEntry: false });
    return file !== undefined && file.mtimeMs < performance.timeOrigin;
  });
  if (old.length === 0) return [];
  const shown = old.slice(0, 3).join(", ");
  const more = old.length > 3 ? `, and ${old.length - 3} more` : "";
  const message = `the output folder holds ${old.length === 1 ? "a file" : `${old.length} files`} of an earlier build: ${shown}${more}`;
  return [diagnostic("federation/output-not-cleaned", message, { file: old[0] ?? "" })];
}

function parsedOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch (error) {
    // What is wrong with it is said where it is sealed.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
