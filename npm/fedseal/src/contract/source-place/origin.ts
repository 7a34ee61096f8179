import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pointerTo } from "../../json-places.js";
import type { Side } from "../compare/side.js";
import type { Contract } from "../contract.js";
import { readSource } from "../read-source.js";

/** Where the declarations of a side come from. */
export interface Origin {
  /** Text of a module by its name: relative to the side's root, with `/`. */
  textOf(module: string): string | undefined;
  /** Absolute path of the source that a module was made of, if that is on the disk. */
  sourceOf(module: string): string | undefined;
  /** What a contract calls the source of an expose's module: relative to the project. */
  nameOf?(module: string): string | undefined;
  /** Absolute folder of the remote's project, where it is known. */
  project?: string | undefined;
  /** Whether the sources were only found beside it, and may be of another version. */
  isFound?: boolean;
  /** The file that stands for the side where no source does, and the pointer in it to an expose or package (RFC 6901). */
  written?: { path: string; pointerTo?(finding: string): string } | undefined;
}

/** Sources that were found for both versions are those of the new one. */
export function apart(before: Origin, after: Origin): Origin {
  return before.isFound && before.project === after.project ? { ...before, sourceOf: () => undefined } : before;
}

/** A side that lies on the disk as it is: declarations, npm packages; `file` stands for it as a whole. */
export function originOnDisk(side: Side, file?: string): Origin {
  const pathOf = (module: string) => join(side.root, module);
  const made = (module: string) => side.files.get(`${side.root}/${module}`);
  return {
    textOf: (module) => made(module) ?? (isFile(pathOf(module)) ? readSource(pathOf(module)) : undefined),
    sourceOf(module) {
      // `index.d.ts#date-fns/add.d.ts` is made of the script `index.d.ts`, with everything at its place.
      const path = pathOf(made(module) === undefined ? module : module.slice(0, module.lastIndexOf("#")));
      return isFile(path) ? path : undefined;
    },
    project: side.root,
    written: file === undefined ? undefined : { path: file },
  };
}

/** A side that was extracted in this process: module → absolute path of its source. */
export function originOfExtraction(
  side: Side,
  sources: ReadonlyMap<string, string>,
  project: string,
  file?: string,
): Origin {
  return {
    textOf: (module) => side.files.get(`${side.root}/${module}`),
    sourceOf: (module) => sources.get(module),
    project,
    written: file === undefined ? undefined : { path: file },
  };
}

/** A contract whose sources lie in a project, or nowhere; `path` is its own file. */
export function originOfContract(
  side: Side,
  contract: Contract,
  project: string | undefined,
  path?: string | undefined,
): Origin {
  const exposed = new Map(Object.values(contract.exposes).map(({ stub, source }) => [stub, source]));
  const textOf = (module: string) => side.files.get(`${side.root}/${module}`);
  return {
    textOf,
    sourceOf(module) {
      const text = textOf(module);
      if (project === undefined || text === undefined) return undefined;
      const source = exposed.get(module);
      return source === undefined ? internalSource(project, module) : existing(join(project, source));
    },
    nameOf: (module) => exposed.get(module),
    project,
    isFound: true,
    written: path === undefined ? undefined : { path, pointerTo: (finding) => pointerInContract(contract, finding) },
  };
}

/** Where a contract has an expose (`./Button#Props.kind`) or a package. */
function pointerInContract({ exposes, externals }: Contract, finding: string): string {
  const [module = finding] = finding.split("#", 1);
  if (Object.hasOwn(exposes, module)) return pointerTo("exposes", module);
  if (Object.hasOwn(externals, finding)) return pointerTo("externals", finding);
  const keys = Object.keys(exposes);
  // With one expose, findings are named without it.
  return keys.length === 1 && !module.startsWith(".") ? pointerTo("exposes", keys[0] ?? "") : pointerTo("exposes");
}

/**
 * The project that a contract was made of: of the folders above it, or of the other folders given, the nearest one that has
 * the most of its sources.
 */
export function projectOf(contract: Contract, path: string, others: readonly string[] = []): string | undefined {
  const sources = Object.values(contract.exposes).map(({ source }) => source);
  let best: { folder: string; count: number } | undefined;
  for (const folder of [...foldersAbove(dirname(realpathSync(path))), ...others]) {
    const count = sources.filter((source) => isFile(join(folder, source))).length;
    if (count > (best?.count ?? 0)) best = { folder, count };
  }
  return best?.folder;
}

/** Endings of sources, in the order in which a module is looked up. */
const ENDINGS = [".ts", ".tsx", ".d.ts", ".mts", ".d.mts", ".cts", ".d.cts", ".js", ".jsx", ".mjs", ".cjs"];

/**
 * `_internal/src/x.d.ts` is made of `src/x.tsx`. What `_internal/__/` begins with lies outside of the project: a path from
 * the folder that has both, or the name of a package and a path in it. Two sources that it may be made of are none.
 */
function internalSource(project: string, module: string): string | undefined {
  const [, outside, name] = /^_internal\/(__\/)?(.+)\.d\.ts$/.exec(module) ?? [];
  if (name === undefined) return undefined;
  const stems =
    outside === undefined
      ? [join(project, name)]
      : foldersAbove(project).flatMap((folder) => [
          join(folder, name),
          join(folder, "node_modules", name),
          ...insideOf(folder, name),
        ]);
  const found = [
    ...new Set(stems.flatMap((stem) => ["", ...ENDINGS].flatMap((ending) => existing(stem + ending) ?? []))),
  ];
  // Beside a source there may be what a compiler made of it.
  const written = found.filter((path) => !/\.([cm]?jsx?|d\.[cm]?ts)$/.test(path));
  const declared = found.filter((path) => /\.d\.[cm]?ts$/.test(path));
  const candidates = [written, declared, found].find((some) => some.length > 0) ?? [];
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** The path in a folder, if the name begins with what its package.json calls it. */
function insideOf(folder: string, name: string): string[] {
  const path = join(folder, "package.json");
  if (!isFile(path)) return [];
  const own = nameIn(readFileSync(path, "utf8"));
  return own !== undefined && name.startsWith(`${own}/`) ? [join(folder, name.slice(own.length + 1))] : [];
}

function nameIn(manifest: string): string | undefined {
  try {
    const { name } = (JSON.parse(manifest) ?? {}) as { name?: unknown };
    return typeof name === "string" && name !== "" ? name : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** A folder and those above it. */
function foldersAbove(start: string): string[] {
  const folders = [start];
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) folders.push(dirname(folder));
  return folders;
}

function existing(path: string): string | undefined {
  return isFile(path) ? realpathSync(path) : undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
