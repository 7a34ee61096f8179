import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, posix, relative, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";

import ts = require("typescript");

import { diagnostic } from "../diagnostics.js";
import { fromFolder } from "../locations.js";
import type { Side } from "./compare/side.js";
import { CONTRACT_FILE, type Contract, readContract, UnreadableContract } from "./contract.js";
import { extract } from "./extract/extract.js";
import { ownCompiler } from "./extract/tsc.js";
import { LOCK, readLock } from "./package/lock.js";
import { type Origin, originOfContract, originOfExtraction, originOnDisk, projectOf } from "./source-place/origin.js";

/** One of the two things to compare, or why it cannot be. */
export type SideRead =
  | {
      side: Side;
      diagnostics: Diagnostic[];
      /** Where its declarations come from. */
      origin: Origin;
      /** Whose contract it is. */
      remote?: string;
      /** Whether exposes are called `shop/Button`. */
      joined?: boolean;
    }
  | { side?: undefined; diagnostics: Diagnostic[] };

/** A remote's contract and a contract package: of the package, that remote counts. */
export function aligned(one: SideRead, other: SideRead): [SideRead, SideRead] {
  if (!one.side || !other.side) return [one, other];
  if (one.joined && other.remote !== undefined) return [only(one, other.remote), other];
  if (other.joined && one.remote !== undefined) return [one, only(other, one.remote)];
  return [one, other];
}

function only(read: Extract<SideRead, { side: Side }>, remote: string): SideRead {
  const { side } = read;
  const prefix = `${remote}/`;
  const exposes = [...side.exposes].filter(([id]) => id.startsWith(prefix));
  const own = exposes.map(([id, path]) => [`./${id.slice(prefix.length)}`, path] as const);
  return { ...read, side: { ...side, exposes: new Map(own) } };
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
    return { diagnostics: [diagnostic("contract/unreadable", `${given}: ${error.message}`, { file: given })] };
  }
}

async function file(path: string, given: string, age: Side["age"]): Promise<SideRead> {
  if (path.endsWith(".json")) {
    const contract = readContract(readFileSync(path, "utf8"));
    const side = sideOf(contract, age);
    const origin = originOfContract(side, contract, projectOf(contract, path, age === "new" ? [process.cwd()] : []));
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
  if (existsSync(join(path, "package.json"))) {
    const entries = packageEntries(path);
    if (entries.size > 0) return npmPackage(entries, path, age);
  }
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

function indexOf(path: string): string | undefined {
  return ["index.d.ts", "index.ts", "index.tsx", "index.mts", "index.js", "index.jsx", "index.mjs"]
    .map((name) => join(path, name))
    .find((one) => existsSync(one) && !(existsSync(join(path, "package.json")) && packageEntries(path).size > 0));
}

/** Files that are not on disk live here; no project has such a folder. */
const VIRTUAL = "/.fedseal-contract";

/** A contract as a side. Packages are looked up from a folder, the current one by default. */
export function sideOf(contract: Contract, age: Side["age"], packages = process.cwd(), prefix = ""): Side {
  const root = `${VIRTUAL}/${age}`;
  return {
    age,
    root,
    packages,
    files: new Map(Object.entries(contract.files).map(([stub, text]) => [`${root}/${stub}`, text])),
    exposes: new Map(
      Object.entries(contract.exposes).map(([key, { stub }]) => [
        prefix === "" ? key : joined(prefix, key),
        `${root}/${stub}`,
      ]),
    ),
    externals: new Map(Object.entries(contract.externals)),
  };
}

/** `shop` and `./Button` → `shop/Button`: what a shell imports. */
export function joined(remote: string, expose: string): string {
  return posix.join(remote, expose);
}

/** A contract package: all remotes in it. */
function contractPackage(path: string, age: Side["age"]): SideRead {
  const lock = readLock(readFileSync(join(path, LOCK), "utf8"));
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
  return { side, diagnostics: [], origin: originOnDisk(side), joined: true };
}

async function sources(exposes: { key: string; source: string }[], base: string, age: Side["age"]): Promise<SideRead> {
  const root = nearestProject(base);
  const { contract, diagnostics, sources, sourceOf } = await extract({
    root,
    remote: "compared",
    version: "0.0.0",
    profile: "standard",
    exposes,
    fallback: ownCompiler(),
  });
  const found = diagnostics.map((one) => fromFolder(one, root));
  if (!contract) return { diagnostics: found };
  const texts = new Map(sources.map((file) => [relative(base, file), readFileSync(file, "utf8")]));
  const side = { ...sideOf(contract, age, root), externals: new Map(), texts };
  return { side, diagnostics: found, origin: originOfExtraction(side, sourceOf, root) };
}

/** The nearest folder with a tsconfig or package.json. */
function nearestProject(start: string): string {
  for (let path = start; ; path = dirname(path)) {
    if (existsSync(join(path, "tsconfig.json")) || existsSync(join(path, "package.json"))) return path;
    if (path === dirname(path)) return start;
  }
}

function declarations(exposes: Map<string, string>, root: string, age: Side["age"]): SideRead {
  const side = { age, root, packages: root, files: new Map(), exposes, externals: new Map<string, string>() };
  return { side, diagnostics: [], origin: originOnDisk(side) };
}

function npmPackage(exposes: Map<string, string>, root: string, age: Side["age"]): SideRead {
  const { peerDependencies = {}, peerDependenciesMeta = {} } = manifestOf(root);
  const wanted = Object.entries(peerDependencies).filter(([name]) => !peerDependenciesMeta[name]?.optional);
  const side = { age, root, packages: root, files: new Map(), exposes, externals: new Map(wanted) };
  return { side, diagnostics: [], origin: originOnDisk(side) };
}

interface PackageManifest {
  name?: string;
  exports?: unknown;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

function manifestOf(root: string): PackageManifest {
  try {
    return JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as PackageManifest;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableContract(`package.json is not JSON (${error.message})`);
  }
}

/** Entry points of an npm package that have types, as TypeScript resolves them. */
function packageEntries(root: string): Map<string, string> {
  const { name, exports } = manifestOf(root);
  const entries = new Map<string, string>();
  const options: ts.CompilerOptions = {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  };
  const add = (key: string, specifier: string, from: string) => {
    const found = ts.resolveModuleName(specifier, from, options, ts.sys).resolvedModule?.resolvedFileName;
    if (found && DECLARATION.test(found)) entries.set(key, found);
  };
  const keys =
    typeof exports === "object" && exports !== null ? Object.keys(exports).filter((key) => key.startsWith(".")) : [];
  if (exports !== undefined && name !== undefined) {
    for (const key of keys.length > 0 ? keys : ["."]) {
      if (!key.includes("*")) add(key, posix.join(name, key), join(root, "consumer.ts"));
    }
  }
  if (entries.size === 0) add(".", root, join(root, "../consumer.ts"));
  return entries;
}
