import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import ts = require("typescript");

import type { Contract } from "../../contract.js";
import { type ContractPackage, modulesIn, typesOf } from "../../package/generate.js";

/** A contract package with one remote's stubs exchanged, in a folder of its own. */
export interface Overlay {
  /** Folder that holds the package by its name. */
  roots: string;
  /** Folder of the package. */
  dir: string;
  /** What shells import → its file. */
  paths: Map<string, string>;
  /** Packages that its stubs import and that cannot be found, where any is. */
  missing: string[];
}

/** Writes the package with the candidate in place of what it has of that remote. */
export function overlay(
  folder: string,
  found: ContractPackage,
  candidate: Contract,
  /** Folders from which packages are looked up, the first one that has it counts. */
  from: readonly string[],
): Overlay {
  const contracts = [...found.contracts.filter((one) => one.remote !== candidate.remote), candidate];
  const roots = join(folder, "types");
  const dir = join(roots, found.name);
  const files = typesOf({ ...found, contracts });
  for (const [name, text] of files) write(join(dir, name), text);
  const gone = join(folder, "gone.d.ts");
  // Imports of it are errors: it is no module.
  writeFileSync(gone, "");

  const paths = new Map<string, string>();
  for (const { id } of modulesIn(found.contracts)) paths.set(`${found.name}/${id}`, gone);
  for (const { id, path } of modulesIn(contracts)) paths.set(`${found.name}/${id}`, join(dir, `${path}.d.ts`));
  paths.set(found.name, join(dir, "index.d.ts"));
  for (const name of ["ambient", "load-remote", "interfaces"]) {
    if (files.has(`${name}.d.ts`)) paths.set(`${found.name}/${name}`, join(dir, `${name}.d.ts`));
  }

  const imported = new Set<string>();
  for (const [name, text] of files) {
    if (!name.endsWith(".d.ts") || !name.startsWith("remotes/")) continue;
    for (const { fileName } of ts.preProcessFile(text).importedFiles)
      if (!/^[./]/.test(fileName)) imported.add(fileName);
  }
  const packages = new Set([...imported].map(packageOf));
  // The types of `load-remote`.
  packages.add("@module-federation/runtime-core");
  const absent = new Set<string>();
  for (const name of packages) {
    const linked = [name, `@types/${name.replace(/^@(.+)\/(.+)$/, "$1__$2")}`].filter((one) => link(folder, one, from));
    if (linked.length === 0) absent.add(name);
  }
  const missing = [...imported].filter((one) => absent.has(packageOf(one)) && !one.startsWith("node:"));
  return { roots, dir, paths, missing };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Lets a package be found from the overlay where the installed package or the shell finds it. */
function link(folder: string, name: string, from: readonly string[]): boolean {
  const target = from.map((one) => findUp(one, name)).find((one) => one !== undefined);
  if (target === undefined) return false;
  const path = join(folder, "node_modules", name);
  if (existsSync(path)) return true;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "junction");
  return true;
}

function findUp(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name);
    if (existsSync(path)) return realpathSync(path);
    if (folder === dirname(folder)) return undefined;
  }
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
