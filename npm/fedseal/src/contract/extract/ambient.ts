import { type Dirent, existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { createFilesMatcher } from "get-tsconfig";
import { readSource } from "../read-source.js";
import { readTsconfig, type Tsconfig } from "./tsconfig.js";

const DECLARATION = /\.d\.([cm]?|[^/\\]+\.)ts$/;

/** The declaration files of a project's TypeScript program: they may declare global names. Sorted, absolute. */
export function ambientFiles(root: string, tsconfig: Tsconfig | undefined): string[] {
  if (!tsconfig) return declarationsIn(root).sort();
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const todo = [tsconfig]; todo.length > 0; ) {
    const one = todo.pop() as Tsconfig;
    if (seen.has(one.path)) continue;
    seen.add(one.path);
    for (const file of filesOf(one)) found.add(file);
    // `tsconfig.json` of a Vite project has nothing but references.
    for (const { path } of one.config.references ?? []) {
      const to = resolve(dirname(one.path), path);
      const read = readTsconfig(to.endsWith(".json") ? to : join(to, "tsconfig.json"));
      if (typeof read === "object") todo.push(read);
    }
  }
  return [...found].sort();
}

/**
 * Folders of declarations that are not the project's: what TypeScript brings, `@types`, and the packages that the tsconfig's
 * `types` or an ambient file names (`/// <reference types="vite/client" />`).
 */
export function libraryFolders(root: string, tsconfig: Tsconfig | undefined, ambient: readonly string[]): string[] {
  const types = (tsconfig?.config.compilerOptions?.types ?? []).filter((one) => !one.startsWith("."));
  const named = ambient.flatMap((file) => {
    const found = readSource(file).matchAll(/^\/\/\/\s*<reference\s+types=["']([^"']+)["']/gm);
    return [...found].map(([, name = ""]) => name);
  });
  const packages = new Set(["@types", ...[...types, ...named].map(packageOf)]);
  const folders = [join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "lib")];
  for (let folder = root; ; folder = dirname(folder)) {
    for (const name of packages) {
      const path = join(folder, "node_modules", name);
      if (existsSync(path)) folders.push(path);
    }
    if (folder === dirname(folder)) return folders;
  }
}

function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

function filesOf({ path, config }: Tsconfig): string[] {
  const base = dirname(path);
  const matches = createFilesMatcher({ path, config });
  const absolute = (name: string) => (isAbsolute(name) ? name : resolve(base, name));
  const named = [
    ...(config.files ?? []),
    ...(config.compilerOptions?.types ?? []).filter((one) => one.startsWith(".")),
  ];
  const own = (config.compilerOptions?.typeRoots ?? []).map(absolute).filter((one) => !one.includes("node_modules"));
  const folders = config.files && !config.include ? [] : (config.include ?? ["**/*"]).map(staticPart).map(absolute);
  return [
    ...named.map(absolute).flatMap((one) => (existsSync(one) ? [one] : [`${one}.d.ts`, join(one, "index.d.ts")])),
    ...own.filter((one) => existsSync(one)).flatMap(declarationsIn),
    ...outermost(folders)
      .flatMap((folder) => (existsSync(folder) ? declarationsIn(folder) : []))
      .filter(matches),
  ].filter((one) => DECLARATION.test(one) && existsSync(one));
}

/** Folders without those that are in another one of them. */
function outermost(folders: readonly string[]): string[] {
  return folders.filter((one, at) => !folders.some((other, index) => index !== at && isBelow(one, other, at < index)));
}

function isBelow(path: string, folder: string, first: boolean): boolean {
  return path === folder ? !first : path.startsWith(`${folder}/`);
}

/** The folder that a pattern of `include` starts in. */
function staticPart(pattern: string): string {
  const parts = pattern.split("/");
  const at = parts.findIndex((part) => /[*?]/.test(part));
  const fixed = at < 0 ? parts : parts.slice(0, at);
  return /\.[cm]?[jt]sx?$/.test(fixed.at(-1) ?? "") ? fixed.slice(0, -1).join("/") : fixed.join("/");
}

function declarationsIn(folder: string): string[] {
  return itemsIn(folder).flatMap((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory())
      return item.name === "node_modules" || item.name.startsWith(".") ? [] : declarationsIn(path);
    return DECLARATION.test(item.name) ? [path] : [];
  });
}

/** What is in a folder. TypeScript has no file of a folder that cannot be read, or that a build just removed, either. */
function itemsIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EACCES") throw error;
    return [];
  }
}
