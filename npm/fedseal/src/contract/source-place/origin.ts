import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Side } from "../compare/side.js";
import type { Contract } from "../contract.js";

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
}

/** Sources that were found for both versions are those of the new one. */
export function apart(before: Origin, after: Origin): Origin {
  return before.isFound && before.project === after.project ? { ...before, sourceOf: () => undefined } : before;
}

/** A side that lies on the disk as it is: declarations, npm packages. */
export function originOnDisk(side: Side): Origin {
  const pathOf = (module: string) => join(side.root, module);
  const made = (module: string) => side.files.get(`${side.root}/${module}`);
  return {
    textOf: (module) => made(module) ?? (isFile(pathOf(module)) ? readFileSync(pathOf(module), "utf8") : undefined),
    sourceOf(module) {
      // `index.d.ts#date-fns/add.d.ts` is made of the script `index.d.ts`, with everything at its place.
      const path = pathOf(made(module) === undefined ? module : module.slice(0, module.lastIndexOf("#")));
      return isFile(path) ? path : undefined;
    },
    project: side.root,
  };
}

/** A side that was extracted in this process: module → absolute path of its source. */
export function originOfExtraction(side: Side, sources: ReadonlyMap<string, string>, project: string): Origin {
  return {
    textOf: (module) => side.files.get(`${side.root}/${module}`),
    sourceOf: (module) => sources.get(module),
    project,
  };
}

/** A contract whose sources lie in a project, or nowhere. */
export function originOfContract(side: Side, contract: Contract, project: string | undefined): Origin {
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
  };
}

/**
 * The project that a contract was made of: of the folders above it, or of the other folders given, the nearest one that has
 * the most of its sources.
 */
export function projectOf(contract: Contract, path: string, others: readonly string[] = []): string | undefined {
  const folders: string[] = [];
  for (let folder = dirname(realpathSync(path)); ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === dirname(folder)) break;
  }
  const sources = Object.values(contract.exposes).map(({ source }) => source);
  let best: { folder: string; count: number } | undefined;
  for (const folder of [...folders, ...others]) {
    const count = sources.filter((source) => isFile(join(folder, source))).length;
    if (count > (best?.count ?? 0)) best = { folder, count };
  }
  return best?.folder;
}

/** Endings of sources, in the order in which a module is looked up. */
const ENDINGS = [".ts", ".tsx", ".d.ts", ".mts", ".d.mts", ".cts", ".d.cts", ".js", ".jsx", ".mjs", ".cjs"];

/** `_internal/__/shared/src/x.d.ts` is made of `../shared/src/x.tsx`. Two that it may be made of are none. */
function internalSource(project: string, module: string): string | undefined {
  const [folder, ...parts] = module.replace(/\.d\.ts$/, "").split("/");
  if (folder !== "_internal") return undefined;
  const up = parts.findIndex((part) => part !== "__");
  const stem = join(project, ...parts.map((part, index) => (index < up ? ".." : part)));
  const whole = existing(stem);
  const found = [
    ...(whole === undefined ? [] : [whole]),
    ...ENDINGS.flatMap((ending) => existing(stem + ending) ?? []),
  ];
  // Beside a source there may be what a compiler made of it.
  const written = found.filter((path) => !/\.([cm]?jsx?|d\.[cm]?ts)$/.test(path));
  const candidates = written.length > 0 ? written : found;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function existing(path: string): string | undefined {
  return isFile(path) ? realpathSync(path) : undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
