import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, posix, resolve } from "node:path";
import { diagnostic } from "../diagnostics.js";
import { aligned, type SideRead } from "./align.js";
import { below } from "./compare/program.js";
import type { Side } from "./compare/side.js";
import { CONTRACT_FILE, readContract } from "./contract.js";
import { exportsNothing } from "./exports-nothing.js";
import { inFile, UnreadableContract, unreadable } from "./format.js";
import { LOCK, readLock } from "./package/lock.js";
import { type ImportableManifest, packageEntries } from "./package-entries.js";
import { readSource } from "./read-source.js";
import { joined, sideOf } from "./side-of.js";
import { originOfContract, originOfExtraction, originOnDisk, projectOf } from "./source-place/origin.js";
import { isModule, readTypings } from "./typings.js";
import { withUnpublished } from "./unpublished.js";

/** Reads what is to be compared, so that both name the same by the same names. */
export async function readSides(old: string, now: string): Promise<[SideRead, SideRead]> {
  return together(await readSide(old, "old"), await readSide(now, "new"));
}

/** Lets two sides that were read name the same by the same names. */
export async function together(old: SideRead, now: SideRead): Promise<[SideRead, SideRead]> {
  const [before, after] = aligned(old, now);
  return [await withUnpublished(before), await withUnpublished(after)];
}

const SOURCE = /\.([cm]?[jt]s|[jt]sx)$/;
const DECLARATION = /\.d\.[cm]?ts$/;

/** Reads a file or folder: sources, declarations, a contract, a contract package or any npm package. */
export async function readSide(given: string, age: Side["age"]): Promise<SideRead> {
  const path = resolve(given);
  if (!existsSync(path)) {
    return { diagnostics: [diagnostic("file/unreadable", `${given} does not exist`, { file: given })] };
  }
  try {
    return statSync(path).isDirectory()
      ? await folder(realpathSync(path), given, age)
      : await file(realpathSync(path), given, age);
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return { diagnostics: [unreadable(error, given)] };
  }
}

async function file(path: string, given: string, age: Side["age"]): Promise<SideRead> {
  if (path.endsWith(".json")) {
    const contract = inFile(path, readContract);
    const side = sideOf(contract, age);
    const origin = originOfContract(
      side,
      contract,
      projectOf(contract, path, age === "new" ? [process.cwd()] : []),
      path,
    );
    return { side, diagnostics: [], origin, remote: contract.remote };
  }
  if (DECLARATION.test(path)) return declarations(new Map([[".", path]]), dirname(path), age);
  if (SOURCE.test(path)) return sources([{ key: ".", source: path }], dirname(path), age);
  const message = `${given} is neither TypeScript, JavaScript, a declaration nor a contract`;
  return { diagnostics: [diagnostic("contract/unreadable", message, { file: given })] };
}

async function folder(path: string, given: string, age: Side["age"]): Promise<SideRead> {
  if (existsSync(join(path, LOCK))) return contractPackage(path, age);
  if (existsSync(join(path, CONTRACT_FILE))) return file(join(path, CONTRACT_FILE), given, age);
  const index = indexOf(path);
  if (index) return file(index, given, age);
  const installed = npmPackage(path);
  if (installed) return installed.read(age);
  const all = readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => name.split("\\").join("/"))
    .filter((name) => SOURCE.test(name) && !name.split("/").includes("node_modules"))
    .sort();
  const key = (name: string) => `./${name.replace(DECLARATION, "").replace(SOURCE, "")}`;
  if (all.length > 0 && all.every((name) => DECLARATION.test(name))) {
    return declarations(new Map(all.map((name) => [key(name), join(path, name)])), path, age);
  }
  if (all.length > 0) {
    const exposes = all
      .filter((name) => !DECLARATION.test(name))
      .map((name) => ({ key: key(name), source: join(path, name) }));
    return sources(exposes, path, age);
  }
  const message = `${given} contains no sources, declarations, contract or package with types`;
  return { diagnostics: [diagnostic("contract/unreadable", message, { file: given })] };
}

/** The module that stands for a folder: an index that exports something. */
function indexOf(path: string): string | undefined {
  return ["index.d.ts", "index.ts", "index.tsx", "index.mts", "index.js", "index.jsx", "index.mjs"]
    .map((name) => join(path, name))
    .find((one) => existsSync(one) && !npmPackage(path) && !exportsNothing(one));
}

/** A contract package: all remotes in it. */
function contractPackage(path: string, age: Side["age"]): SideRead {
  const lock = inFile(join(path, LOCK), readLock);
  const exposes = new Map<string, string>();
  const externals = new Map<string, string>();
  for (const [remote, locked] of Object.entries(lock.remotes)) {
    for (const [key, { stub }] of Object.entries(locked.exposes)) {
      exposes.set(joined(remote, key), join(path, "remotes", remote, stub));
    }
    for (const [name, range] of Object.entries(locked.externals)) externals.set(name, range);
  }
  const missing = [...exposes.values()].filter((one) => !existsSync(one));
  if (missing.length > 0) {
    const message = `the lock lists stubs that are missing: ${missing.map((one) => basename(one)).join(", ")}`;
    return { diagnostics: [diagnostic("contract/package-edited", message, { file: LOCK })] };
  }
  const side = { age, root: path, packages: path, files: new Map(), exposes, externals };
  return { side, diagnostics: [], origin: originOnDisk(side, join(path, LOCK)), joined: true };
}

async function sources(exposes: { key: string; source: string }[], base: string, age: Side["age"]): Promise<SideRead> {
  const root = nearestProject(base);
  // Declarations need nothing of it.
  const [{ extract, inFolder }, { ownCompiler }] = await Promise.all([
    import("./extract/extract.js"),
    import("./extract/tsc.js"),
  ]);
  const { contract, diagnostics, sourceOf, ids } = await extract({
    root,
    remote: "compared",
    version: "0.0.0",
    profile: "standard",
    exposes,
    fallback: ownCompiler(),
  });
  const found = inFolder(diagnostics, root, ids);
  if (!contract) return { diagnostics: found };
  const called = (file: string) => below(base, file) ?? ids.get(file) ?? file;
  const files = new Set(sourceOf.values());
  const texts = new Map([...files].map((file) => [called(file), readSource(file)]));
  const side = { ...sideOf(contract, age, root), externals: new Map(), texts };
  return {
    side,
    diagnostics: found,
    origin: originOfExtraction(
      side,
      sourceOf,
      root,
      standsFor(root, exposes.length === 1 && exposes[0]?.key === "." ? exposes[0].source : undefined),
    ),
  };
}

/** The file that stands for a side as a whole: the one that was given, or the package.json beside its modules. */
function standsFor(root: string, given: string | undefined): string | undefined {
  const manifest = join(root, "package.json");
  return given ?? (existsSync(manifest) ? manifest : undefined);
}

/** The nearest folder with a tsconfig or package.json. */
function nearestProject(start: string): string {
  for (let path = start; ; path = dirname(path)) {
    if (existsSync(join(path, "tsconfig.json")) || existsSync(join(path, "package.json"))) return path;
    if (path === dirname(path)) return start;
  }
}

/** Declaration files. `name` of the package whose subpaths the exposes are, where they are those of one. */
function declarations(given: ReadonlyMap<string, string>, root: string, age: Side["age"], name?: string): SideRead {
  const exposes = new Map<string, string>();
  const files = new Map<string, string>();
  const scripts = new Map<string, { text: string; reason: string }>();
  const typings = new Map<string, ReturnType<typeof readTypings> | undefined>();
  for (const [key, path] of given) {
    const found = typings.has(path) ? typings.get(path) : isModule(path) ? undefined : readTypings(path);
    typings.set(path, found);
    if (!found) {
      exposes.set(key, path);
      continue;
    }
    const file = below(root, path) ?? basename(path);
    if ("problem" in found) {
      scripts.set(key, { text: readSource(path), reason: `of ${file}, ${found.problem}` });
      continue;
    }
    const named = name === undefined ? undefined : found.modules.get(posix.join(name, key));
    const [single, ...more] = found.modules.values();
    if (named !== undefined) exposes.set(key, named);
    else if (name === undefined && single !== undefined && more.length === 0) exposes.set(key, single);
    else if (name === undefined && single !== undefined) {
      for (const [module, virtual] of found.modules) exposes.set(module, virtual);
    } else {
      const reason = `${file} is a script that declares global names, and no module`;
      scripts.set(key, { text: found.text, reason });
    }
  }
  const made = [...exposes.values()];
  for (const one of typings.values()) {
    if (one && "filesOf" in one) for (const [virtual, text] of one.filesOf(made)) files.set(virtual, text);
  }
  const side = { age, root, packages: root, files, exposes, externals: new Map<string, string>() };
  return {
    side,
    diagnostics: [],
    origin: originOnDisk(side, standsFor(root, given.size === 1 ? given.get(".") : undefined)),
    scripts,
  };
}

/** An npm package that has types, or nothing. */
function npmPackage(root: string): { read(age: Side["age"]): SideRead | Promise<SideRead> } | undefined {
  if (!existsSync(join(root, "package.json"))) return undefined;
  const manifest = manifestOf(root);
  const { entries, resolve } = packageEntries(root, manifest);
  if (entries.size === 0) return undefined;
  const main = entries.get(".");
  const exposes = [...entries]
    .map(([key, source]) => ({ key, source }))
    // Both would have the stub `index`, and they are the same module.
    .filter(({ key, source }) => key !== "./index" || source !== main);
  if (!exposes.every(({ source }) => DECLARATION.test(source))) return { read: (age) => sources(exposes, root, age) };
  const { name, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
  const wanted = Object.entries(peerDependencies).filter(([peer]) => !peerDependenciesMeta[peer]?.optional);
  const read = (all: ReadonlyMap<string, string>, age: Side["age"]): SideRead => {
    const found = declarations(all, root, age, typeof name === "string" ? name : "package");
    if (!found.side) return found;
    const withSubpaths = (subpaths: readonly string[]) => {
      const more = subpaths.flatMap((subpath) => {
        const path = resolve(subpath);
        return path === undefined ? [] : [[subpath, path] as const];
      });
      return more.length > 0 ? read(new Map([...all, ...more]), age) : { ...found, side };
    };
    const self = typeof name === "string" ? name : undefined;
    const side = { ...found.side, self, externals: new Map(wanted) };
    return { ...found, side, withSubpaths };
  };
  return { read: (age) => read(entries, age) };
}

interface PackageManifest extends ImportableManifest {
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

function manifestOf(root: string): PackageManifest {
  try {
    return JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as PackageManifest;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableContract(`package.json is not JSON (${error.message})`, "Correct package.json.");
  }
}
