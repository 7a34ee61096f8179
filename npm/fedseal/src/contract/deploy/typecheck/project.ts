import { existsSync, readdirSync } from "node:fs";
import { dirname, join, parse, resolve } from "node:path";
import semver from "semver";

import ts = require("typescript");

/** One tsconfig of a shell, as its compiler understands it. */
export interface Project {
  /** Absolute path of the tsconfig. */
  path: string;
  options: ts.CompilerOptions;
  /** Roots of the program, absolute. */
  files: string[];
  references: readonly ts.ProjectReference[];
}

/** The projects of a shell: its tsconfig, or those that it only refers to. A text says why there is none. */
export function projectsOf(config: string): Project[] | string {
  const seen = new Set<string>();
  const found: Project[] = [];
  const visit = (path: string): string | undefined => {
    if (seen.has(path)) return undefined;
    seen.add(path);
    if (!existsSync(path)) return "there is no tsconfig.json";
    const { config: raw, error } = ts.readConfigFile(path, ts.sys.readFile);
    if (error) return ts.flattenDiagnosticMessageText(error.messageText, " ");
    const parsed = ts.parseJsonConfigFileContent(raw, ts.sys, dirname(path), undefined, path);
    const references = parsed.projectReferences ?? [];
    if (parsed.fileNames.length > 0) {
      found.push({ path, options: parsed.options, files: parsed.fileNames, references });
      return undefined;
    }
    for (const one of references) {
      const problem = visit(ts.resolveProjectReferencePath(one));
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  const problem = visit(config);
  if (problem !== undefined) return problem;
  return found.length > 0 ? found : "its tsconfig.json names no file";
}

/** How the contract package is put in another place. */
export interface Redirection {
  /** Folder for the settings. */
  folder: string;
  /** Folder that holds the package by its name: `@platform/mfe-contracts/ambient.d.ts`. */
  roots: string;
  /** Specifier → absolute file. */
  paths: ReadonlyMap<string, string>;
}

/**
 * Settings that extend a project's and find the contract package elsewhere. `paths` is asked for every import, also for
 * those in packages; `typeRoots` is asked first for `/// <reference types>` and `types`, which `paths` does not concern.
 */
export function redirected(project: Project, { folder, roots, paths }: Redirection, version: string): object {
  const { path, options, files, references } = project;
  const defined = <T>(key: string, value: T | undefined) => (value === undefined ? {} : { [key]: value });
  return {
    extends: path,
    compilerOptions: {
      // Relative ones, and those with `${configDir}`, would be taken from where these settings are.
      ...defined("baseUrl", options.baseUrl),
      // Only places of what is written depend on it; TypeScript 7 takes the folder of these settings where there is none.
      rootDir: parse(path).root,
      ...defined("rootDirs", options.rootDirs),
      outDir: join(folder, "out"),
      paths: { ...absolutePaths(project), ...Object.fromEntries([...paths].map(([name, file]) => [name, [file]])) },
      typeRoots: [roots, ...typeRootsOf(project)],
      types: [],
      noCheck: false,
      noEmit: true,
      // What concerns writing only, and would have to be in the project's folder.
      composite: false,
      incremental: false,
      tsBuildInfoFile: null,
      declarationMap: false,
      emitDeclarationOnly: false,
      isolatedDeclarations: false,
    },
    files: [...files, ...typesOf(project, version).flatMap((name) => paths.get(name) ?? typeFile(project, name) ?? [])],
    include: [],
    references: references.map((one) => ({ path: one.path })),
  };
}

function absolutePaths({ path, options }: Project): Record<string, string[]> {
  const { paths = {}, baseUrl } = options;
  // Where `paths` was written, which may be a tsconfig that is extended.
  const base = baseUrl ?? (options as { pathsBasePath?: string }).pathsBasePath ?? dirname(path);
  return Object.fromEntries(Object.entries(paths).map(([key, all]) => [key, all.map((one) => resolve(base, one))]));
}

/** Where a compiler looks for global types when it is told nothing. */
function typeRootsOf({ path, options }: Project): string[] {
  if (options.typeRoots) return options.typeRoots;
  const found: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const root = join(folder, "node_modules/@types");
    if (existsSync(root)) found.push(root);
    if (folder === dirname(folder)) return found;
  }
}

/**
 * The file of a package with global types. It becomes a root: with `typeRoots`, a name in `types` would be looked up there
 * only. One that is not found is an error of the shell as it is.
 */
function typeFile({ path, options }: Project, name: string): string | undefined {
  const from = join(dirname(path), "__inferred type names__.ts");
  const found = ts.resolveTypeReferenceDirective(name, from, options, ts.sys);
  return found.resolvedTypeReferenceDirective?.resolvedFileName;
}

/** Global types. TypeScript below 6 takes all that are installed, unless it is told. */
function typesOf(project: Project, version: string): string[] {
  const { types } = project.options;
  if (types && !types.includes("*")) return types;
  if (types === undefined && semver.gte(version, "6.0.0-0")) return [];
  const all = typeRootsOf(project).flatMap((root) =>
    readdirSync(root).filter((name) => !name.startsWith(".") && existsSync(join(root, name, "package.json"))),
  );
  return [...new Set([...(types ?? []).filter((one) => one !== "*"), ...all])];
}
