import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, posix, relative, sep } from "node:path";
import { readSource } from "../read-source.js";
import { type Exposing, modulesOf, remoteOf } from "../remotes.js";
import { LOCK } from "./lock.js";
import { findSources, projectOf, SCRIPT, sourcesBelow, TEMPLATE } from "./uses/files.js";
import { resolver, resolves, sourceAt } from "./uses/local.js";
import { type FileMentions, type Mention, mentionsIn } from "./uses/mentions.js";

/** A name in a source. */
export interface Named {
  name: string;
  /** Relative to the shell's project. */
  file: string;
  line: number;
}

/** What a shell's sources use of remotes, and what could not be told. */
export interface ShellUses {
  /** Absolute folder of the shell's project. */
  project: string;
  /** What was asked for → number of files that were read. */
  read: Record<string, number>;
  /** `shop/Button` → names, sorted; `*` where it cannot be told which. */
  uses: Record<string, string[]>;
  /** Names of modules that a known remote does not have. */
  notExposed: Named[];
  /** Modules of remotes that the package does not have. */
  unknown: Named[];
  /** Imports that lead nowhere, in a project that may have aliases which only its bundler knows. */
  unresolved: Named[];
  /** Names like a remote's that lead to a file of the project. */
  local: Named[];
  /** Packages and aliases that lead to sources of the workspace. */
  workspace: string[];
  /** Places that load a name which is put together at run time. */
  dynamic: Named[];
}

/** The runtime that this fedseal came with: the folder, not whatever has its name. */
const RUNTIME = projectOf(realpathSync(createRequire(import.meta.url).resolve("@fedseal/runtime")));

const DECLARATION = /\.d\.[cm]?ts$/;

/** Subpaths of a contract package that are no modules of remotes. */
const OWN = new Set(["ambient", "load-remote", "interfaces", "contracts.lock.json", "package.json", "README.md"]);

/** Reads what sources use of the remotes in a contract package; a text says why there is nothing to read. */
export function usesOf(
  given: readonly string[],
  contracts: readonly Exposing[],
  packageName: string,
): ShellUses | string {
  const sources = findSources(given);
  if (typeof sources === "string") return sources;
  const reader = readerOf(contracts, packageName);
  const files = new Set([...sources.values()].flat());
  const project = projectOf(files.values().next().value ?? process.cwd());
  const shown = (path: string) => relative(project, path).split(sep).join("/");
  for (const file of files) reader.read(file, shown(file));
  const read = Object.fromEntries([...sources].map(([name, all]) => [name, all.length]));
  // What the shell's sources import is part of the shell, wherever in the workspace it is.
  const known = new Set([...files].map((file) => realpathSync(file)));
  for (const file of reader.followed) {
    if (known.has(file)) continue;
    known.add(file);
    const home = projectOf(file);
    // The contract package names every module there is, and fedseal's own runtime loads what its callers name.
    if (existsSync(join(home, LOCK)) || home === RUNTIME) continue;
    if (DECLARATION.test(file)) {
      // A package of the workspace that is built: which of its sources are behind the declarations, nobody says.
      if (home !== project) for (const one of sourcesBelow(home)) reader.followed.add(realpathSync(one));
      continue;
    }
    reader.read(file, shown(file));
    const name = shown(home) || ".";
    read[name] = (read[name] ?? 0) + 1;
  }
  return { project, read, ...reader.found() };
}

/** What some files use: for a compiler that reads these and no others. */
export function usesIn(files: readonly string[], contracts: readonly Exposing[], packageName: string) {
  const reader = readerOf(contracts, packageName);
  for (const file of files) reader.read(file, file);
  return reader.found().uses;
}

function readerOf(contracts: readonly Exposing[], packageName: string) {
  const modules = modulesOf(contracts);
  const remotes = contracts.map((one) => one.remote);
  const leadsTo = resolver();
  /** Sources that were imported; a set may grow while it is gone through. */
  const followed = new Set<string>();
  const uses = new Map<string, Set<string>>();
  const workspace = new Set<string>();
  const open = { notExposed: [], unknown: [], unresolved: [], local: [], dynamic: [] } as Record<
    "notExposed" | "unknown" | "unresolved" | "local" | "dynamic",
    Named[]
  >;
  const use = (id: string, names: readonly string[]) => {
    uses.set(id, new Set([...(uses.get(id) ?? []), ...names]));
  };
  const useAll = (remote: string) => {
    for (const [id, owner] of modules) if (owner === remote) use(id, ["*"]);
  };

  /** `shop/Button`, or the stub itself: `@platform/mfe-contracts/shop/Button`. */
  const idOf = (text: string) => (text.startsWith(`${packageName}/`) ? text.slice(packageName.length + 1) : text);

  function take(mention: Mention, path: string, file: string): void {
    const { kind, isPrefix, names, line } = mention;
    const id = idOf(mention.text);
    const isStub = id !== mention.text;
    const remote = remoteOf(id, remotes);
    const named = { name: isPrefix ? `${id}…` : id, file, line };
    if (isPrefix) {
      if (remote !== undefined && id.startsWith(`${remote}/`)) useAll(remote);
      else if (kind === "load" && id.includes("/")) open.unknown.push(named);
      else if (kind === "import" && /^[^/]+\//.test(id)) refer(id, named, path);
      return;
    }
    if (modules.has(id)) return use(id, names);
    if (kind === "text") {
      // `"shop/" + name` in pieces.
      if (remote !== undefined && id === `${remote}/`) useAll(remote);
      return;
    }
    if (isStub) {
      if (!OWN.has(id.replace(/\.d\.ts$/, ""))) open[remote === undefined ? "unknown" : "notExposed"].push(named);
      return;
    }
    if (id === packageName) return;
    if (remote === undefined) {
      if (kind === "load") open.unknown.push(named);
      else refer(id, named, path);
    } else if (kind === "import" && resolves(id, path)) open.local.push(named);
    else if (kind === "import" && id === remote && leadsTo(id, path).isLocal) open.local.push(named);
    else open.notExposed.push(named);
  }

  function refer(id: string, named: Named, path: string): void {
    const { isLocal, isTyped, workspace: own } = leadsTo(id, path);
    if (own !== undefined) workspace.add(own);
    if (isLocal) {
      const source = sourceAt(id, path);
      if (source !== undefined) followed.add(source);
      return;
    }
    // Of styles and pictures, TypeScript does not ask where they are.
    open[isTyped && !/\.\w+$/.test(basename(id)) ? "unknown" : "unresolved"].push(named);
  }

  function group(texts: readonly string[]): void {
    for (const remote of texts.filter((one) => remotes.includes(one))) {
      for (const text of texts) {
        const id = posix.join(remote, text);
        if (text !== remote && modules.has(id)) use(id, ["*"]);
      }
    }
  }

  function read(path: string, file: string): void {
    const text = readSource(path);
    if (!SCRIPT.test(path)) {
      // Of a module that a template or a table names, it is not known what is used.
      for (const id of modules.keys()) {
        if ([`"${id}"`, `'${id}'`, `\`${id}\``].some((one) => text.includes(one))) use(id, ["*"]);
      }
    }
    const scripts = SCRIPT.test(path) ? [{ name: path, text }] : TEMPLATE.test(path) ? scriptsIn(path, text) : [];
    for (const script of scripts) {
      const { mentions, groups, dynamic }: FileMentions = mentionsIn(script.name, script.text);
      for (const mention of mentions) take(mention, path, file);
      for (const texts of groups) group(texts);
      for (const line of dynamic) open.dynamic.push({ name: "", file, line });
    }
  }

  const found = () => ({
    uses: Object.fromEntries(
      [...uses]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([id, names]) => [id, names.has("*") ? ["*"] : [...names].sort()]),
    ),
    ...open,
    workspace: [...workspace].sort(),
  });
  return { read, found, followed };
}

/** Scripts in a file of another compiler, each at the line where it is. */
function scriptsIn(path: string, text: string): { name: string; text: string }[] {
  const blocks = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)].map((found) => {
    const start = found.index + found[0].indexOf(">") + 1;
    return [start, start + (found[1]?.length ?? 0)] as const;
  });
  const front = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text);
  if (path.endsWith(".astro") && front) blocks.push([front[0].indexOf("---") + 3, front[0].lastIndexOf("---")]);
  if (/\.mdx?$/.test(path)) {
    for (const found of text.matchAll(/^(import|export)\b.*$/gm))
      blocks.push([found.index, found.index + found[0].length]);
  }
  return blocks.map(([start, end]) => ({
    name: `${path}.tsx`,
    text: text.slice(0, start).replaceAll(/[^\n]/g, " ") + text.slice(start, end),
  }));
}
