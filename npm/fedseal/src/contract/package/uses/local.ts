import { existsSync, readFileSync, realpathSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";

import ts = require("typescript");

import { TEMPLATE } from "./files.js";

/** What a specifier leads to, where it is not a module of a remote that is known. */
export interface Resolution {
  /** Whether it is a file or package that the project has, or has written down as a dependency. */
  isLocal: boolean;
  /** The package or alias by which it leads to sources of the workspace, where it does: those may be a remote's own. */
  workspace?: string;
  /** Whether the project has TypeScript settings: in such a one, nothing else tells the bundler alone about names. */
  isTyped: boolean;
}

/** Tells what belongs to the project or to its packages from what only Module Federation can know. */
export function resolver(): (specifier: string, file: string) => Resolution {
  const settings = cached(settingsOf);
  const dependencies = cached(dependenciesOf);
  return (written, file) => {
    const specifier = bare(written);
    const folder = dirname(file);
    const isTyped = settings(folder).length > 0;
    if (/^$|^[./#~]|^@\/|^[\w+.-]+:|^\0/.test(specifier) || isBuiltin(specifier)) return { isLocal: true, isTyped };
    const name = packageOf(specifier);
    const [alias] = settings(folder).flatMap((options) => matchingPath(specifier, options) ?? []);
    const isLocal =
      alias !== undefined || dependencies(folder).has(name) || resolves(specifier, file, settings(folder));
    if (alias !== undefined) return { isLocal, isTyped, workspace: alias };
    if (isLocal && isLinked(name, folder)) return { isLocal, isTyped, workspace: name };
    return { isLocal, isTyped };
  };
}

/** `./file` of `loader!./file?query`. */
function bare(written: string): string {
  return (written.split("!").at(-1) ?? "").replace(/\?.*$/, "");
}

/** Whether a specifier leads to a file, as TypeScript or the bundler would find it. */
export function resolves(specifier: string, file: string, settings = settingsOf(dirname(file))): boolean {
  const found = (settings.length > 0 ? settings : [{}]).some((options) => {
    const { resolvedModule } = ts.resolveModuleName(specifier, file, { ...options, ...LENIENT }, ts.sys);
    // Types that Module Federation's own plugin fetched say that it is a remote.
    return resolvedModule !== undefined && !resolvedModule.resolvedFileName.includes("/@mf-types/");
  });
  if (found) return true;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", specifier);
    // A whole package proves nothing: in a workspace, remotes are linked as packages.
    if (specifier !== packageOf(specifier) && existsSync(path)) return true;
    if (folder === dirname(folder)) return false;
  }
}

/** The file of the project or its workspace that a specifier leads to, absolute; undefined for installed packages. */
export function sourceAt(written: string, file: string): string | undefined {
  const specifier = bare(written);
  // TypeScript does not know the files of other compilers.
  const beside = join(dirname(file), specifier);
  if (TEMPLATE.test(specifier) && specifier.startsWith("."))
    return existsSync(beside) ? realpathSync(beside) : undefined;
  const settings = settingsOf(dirname(file));
  for (const options of settings.length > 0 ? settings : [{}]) {
    const { resolvedModule } = ts.resolveModuleName(specifier, file, { ...options, ...LENIENT }, ts.sys);
    if (!resolvedModule) continue;
    const path = realpathSync(resolvedModule.resolvedFileName);
    return path.split(/[/\\]/).includes("node_modules") || path.endsWith(".json") ? undefined : path;
  }
  return undefined;
}

/** Whether a package is a link to sources, as those of a workspace are. Package managers link into `node_modules`, too. */
function isLinked(name: string, start: string): boolean {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name);
    if (existsSync(path)) return !realpathSync(path).split(/[/\\]/).includes("node_modules");
    if (folder === dirname(folder)) return false;
  }
}

const LENIENT: ts.CompilerOptions = {
  allowJs: true,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  module: ts.ModuleKind.ESNext,
  resolveJsonModule: true,
};

/** The alias in `paths` of the project that a specifier begins with. `*` alone matches everything and says nothing. */
function matchingPath(specifier: string, { paths = {} }: ts.CompilerOptions): string | undefined {
  const key = Object.keys(paths).find((one) => {
    const [before = "", after] = one.split("*");
    if (after === undefined) return one === specifier;
    return before !== "" && specifier.startsWith(before) && specifier.endsWith(after);
  });
  return key?.replace(/\/?\*.*$/, "");
}

/** Settings that may hold for a folder's files: of the nearest tsconfig, and of those that it refers to. */
function settingsOf(folder: string): ts.CompilerOptions[] {
  const path =
    ts.findConfigFile(folder, ts.sys.fileExists) ?? ts.findConfigFile(folder, ts.sys.fileExists, "jsconfig.json");
  if (path === undefined) return [];
  const parse = (file: string) => {
    const { config = {} } = ts.readConfigFile(file, ts.sys.readFile) as { config?: object };
    // Its files are not wanted here.
    return ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, dirname(file), undefined, file);
  };
  const own = parse(path);
  const others = (own.projectReferences ?? []).map((one) => ts.resolveProjectReferencePath(one));
  return [own, ...others.filter((file) => ts.sys.fileExists(file)).map(parse)].map((one) => one.options);
}

/** Packages that the package.json files above a folder name, and their own names. */
function dependenciesOf(folder: string): Set<string> {
  const names = new Set<string>();
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, "package.json");
    if (existsSync(path)) {
      const manifest = ts.parseConfigFileTextToJson(path, readFileSync(path, "utf8")).config as Record<string, unknown>;
      if (typeof manifest?.name === "string") names.add(manifest.name);
      for (const key of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]) {
        for (const name of Object.keys((manifest?.[key] as object | undefined) ?? {})) names.add(name);
      }
    }
    if (at === dirname(at)) return names;
  }
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function cached<T>(work: (folder: string) => T): (folder: string) => T {
  const known = new Map<string, T>();
  return (folder) => {
    const found = known.get(folder) ?? work(folder);
    known.set(folder, found);
    return found;
  };
}
