import { existsSync } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, parse, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { TsConfigJson } from "get-tsconfig";
import semver from "semver";
import { diagnostic } from "../../diagnostics.js";
import { runTsc } from "./run-tsc.js";
import { type Question, restore, TscCache } from "./tsc-cache.js";
import { inputsIn } from "./tsc-inputs.js";
import type { Tsconfig } from "./tsconfig.js";
import { makeWorkFolder } from "./work-folder.js";

/** The first TypeScript that writes declarations without checking (`--noCheck`). */
const OLDEST = "5.6.0";

/** The TypeScript of a project. */
export interface Compiler {
  version: string;
  /** Absolute path of `tsc`. */
  bin: string;
}

/** The TypeScript that fedseal compares with: for sources that belong to no project. */
export function ownCompiler(): Compiler {
  const path = createRequire(import.meta.url).resolve("typescript/package.json");
  const { version, bin } = createRequire(path)(path) as { version: string; bin: { tsc: string } };
  return { version, bin: join(dirname(path), bin.tsc) };
}

/** The TypeScript that a folder's modules would get, or nothing. */
export function findCompiler(root: string): Compiler | undefined {
  let path: string;
  try {
    path = createRequire(join(root, "package.json")).resolve("typescript/package.json");
  } catch (error) {
    if (error instanceof Error && (error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
  const { version, bin } = createRequire(path)(path) as { version: string; bin: { tsc: string } };
  return { version, bin: join(dirname(path), bin.tsc) };
}

/** What the compiler wrote: the declaration of `/a/b.ts` is `<dir>/a/b.d.ts`. */
export interface Emitted {
  dir: string;
  base: string;
  diagnostics: Diagnostic[];
  /** The files that it read, absolute. */
  read: string[];
  /** Removes what was written. */
  remove(): Promise<void>;
}

/** How the compiler is run. */
export interface EmitSetting {
  /**
   * Takes what an earlier build wrote, if the compiler would write the same, and keeps what it writes; `producer` is who
   * asks, with a version. Told in `log`.
   */
  cache?: { producer: string; log(message: string): void } | undefined;
  /** Ends the compiler. */
  signal?: AbortSignal | undefined;
}

/** Lets the project's own compiler declare modules, without checking them. `files`: absolute path → what it is called; `more`: files that declare what those need. */
export async function emitDeclarations(
  compiler: Compiler,
  root: string,
  tsconfig: Tsconfig | undefined,
  files: ReadonlyMap<string, string>,
  more: readonly string[],
  { cache, signal }: EmitSetting = {},
): Promise<Emitted> {
  const work = await makeWorkFolder(root);
  const { root: base } = parse(root);
  const dir = join(work.dir, "out");
  const emitted = { dir, base, diagnostics: [], read: [], remove: work.remove };
  try {
    if (semver.lt(compiler.version, OLDEST)) {
      const message = `TypeScript ${compiler.version} cannot write declarations without checking the whole project; ${OLDEST} or later can`;
      return { ...emitted, diagnostics: [diagnostic("contract/typescript-too-old", message)] };
    }
    const configured = configOf(root, tsconfig, [...files.keys(), ...more], dir, base, work.cache !== undefined);
    const kept =
      cache && work.cache !== undefined
        ? new TscCache(work.cache, questionOf(root, compiler, configured, cache.producer, dir), cache.log)
        : undefined;
    const known = await kept?.read();
    if (known) {
      await restore(known, dir);
      return { ...emitted, read: known.read };
    }
    const path = join(work.dir, "tsconfig.json");
    await writeFile(path, JSON.stringify(configured.config));
    const { mtimeMs: started } = await stat(path);
    const args = ["--project", path, "--pretty", "false", "--listFiles", ...(kept ? ["--traceResolution"] : [])];
    const { output, code } = await runTsc(compiler, args, root, signal);
    const diagnostics = errorsOf(output, code, root, files);
    const inputs = inputsIn(output, work.dir);
    if (diagnostics.length === 0) await kept?.write(inputs, dir, started);
    return { ...emitted, diagnostics, read: inputs.read };
  } catch (error) {
    await work.remove();
    throw error;
  }
}

/** All that decides what the compiler writes, beside the files that it reads. `dir` is another one each time. */
function questionOf(
  root: string,
  compiler: Compiler,
  { config, settings, typeRoots }: ReturnType<typeof configOf>,
  producer: string,
  dir: string,
): Question {
  const setting = JSON.stringify([producer, compiler, settings, config]).replaceAll(
    JSON.stringify(dir).slice(1, -1),
    "out",
  );
  return { root, setting, include: config.include, typeRoots };
}

/** The tsconfig of a run. */
interface Config {
  include: string[];
  [option: string]: unknown;
}

/** Settings of the project, with what it takes to get declarations and nothing else; and those of the project as they are. */
function configOf(
  root: string,
  found: Tsconfig | undefined,
  files: readonly string[],
  outDir: string,
  rootDir: string,
  inProject: boolean,
): { config: Config; settings: unknown; typeRoots: string[] } {
  const fresh: TsConfigJson.CompilerOptions = {
    strict: true,
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    jsx: "react-jsx",
    resolveJsonModule: true,
  };
  const overrides = {
    allowJs: true,
    checkJs: false,
    composite: false,
    declaration: true,
    declarationDir: null,
    declarationMap: false,
    emitDeclarationOnly: true,
    incremental: false,
    isolatedDeclarations: false,
    noCheck: true,
    noEmit: false,
    noEmitOnError: false,
    outDir,
    outFile: null,
    removeComments: false,
    rootDir,
    skipLibCheck: true,
    tsBuildInfoFile: null,
    // From elsewhere the project's packages are not found. With it, no name in `types` is one in `node_modules`.
    ...(!inProject && found?.config.compilerOptions?.typeRoots === undefined && { typeRoots: typeRootsOf(root) }),
  };
  const config = {
    ...(found ? { extends: found.path } : {}),
    compilerOptions: { ...(found ? {} : fresh), ...overrides },
    files,
    include: ambientOf(root, found?.config, found?.path),
    exclude: [
      ...(found?.config.exclude ?? []).map((one) => absolute(one, found?.path ?? root)),
      "**/node_modules",
      outDir,
    ],
    references: [],
  };
  const own = found?.config.compilerOptions?.typeRoots?.map((one) => absolute(one, found.path));
  return { config, settings: found?.config, typeRoots: own ?? typeRootsOf(root) };
}

/** As tsc finds them from the project. */
function typeRootsOf(root: string): string[] {
  const found: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules/@types"))) found.push(join(folder, "node_modules/@types"));
    if (folder === dirname(folder)) return found;
  }
}

/** Declaration files of the project itself: they hold global names and modules like `*.css`. */
function ambientOf(root: string, config: TsConfigJson | undefined, path: string | undefined): string[] {
  const folder = path ?? join(root, "tsconfig.json");
  if (config?.files && !config.include) {
    return config.files.filter((one) => /\.d\.[cm]?ts$/.test(one)).map((one) => absolute(one, folder));
  }
  return (config?.include ?? ["**/*"]).map((pattern) => {
    const whole = absolute(pattern, folder);
    if (/\.d\.[cm]?ts$/.test(whole)) return whole;
    if (/\.[cm]?[jt]sx?$/.test(whole)) return whole.replace(/\.[cm]?[jt]sx?$/, ".d.ts");
    if (/\.json$/.test(whole)) return `${whole}.d.ts`;
    return whole.endsWith("*") ? `${whole.replace(/\.?\*$/, "")}*.d.ts` : `${whole}/**/*.d.ts`;
  });
}

function absolute(pattern: string, tsconfig: string): string {
  return isAbsolute(pattern) ? pattern : resolve(dirname(tsconfig), pattern);
}

const ERROR = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;

/** What the compiler could not declare; about other files it may say what it likes. */
function errorsOf(
  output: string,
  code: number | null,
  root: string,
  wanted: ReadonlyMap<string, string>,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  let placed = false;
  for (const line of output.split(/\r?\n/)) {
    const [, file = "", row, column, id, words] = ERROR.exec(line) ?? [];
    if (row === undefined) {
      const whole = /^error (TS\d+): (.*)$/.exec(line);
      if (whole) {
        const message = `TypeScript did not start: ${whole[1]}: ${withoutPlaces(whole[2] ?? "", root)}`;
        found.push(diagnostic("contract/not-extracted", message));
      }
      continue;
    }
    placed = true;
    const name = wanted.get(resolve(root, file));
    if (name === undefined) continue;
    const location = { file: name, line: Number(row), column: Number(column) };
    const message = `TypeScript cannot write the declaration: ${id}: ${withoutPlaces(words ?? "", root)}`;
    found.push(diagnostic("contract/not-extracted", message, location));
  }
  if (code !== 0 && !placed && found.length === 0) {
    const words = withoutPlaces(output.trim().split("\n").slice(-3).join(" "), root);
    found.push(diagnostic("contract/not-extracted", `TypeScript exited with ${code ?? "a signal"}: ${words}`));
  }
  return found;
}

/** A message without where on this machine things lie: of the root's files the path in it, of others the end. */
function withoutPlaces(words: string, root: string): string {
  return words
    .replaceAll(`${root.replaceAll("\\", "/")}/`, "")
    .replaceAll(/(['"])(?:[A-Za-z]:)?(?:\.\.)?\/(?:[^'"]*\/)?node_modules\/([^'"]+)\1/g, "$1$2$1")
    .replaceAll(/(['"])(?:(?:\.\.\/)+|(?:[A-Za-z]:)?\/)(?:[^'"]*\/)?([^'"/]+)\1/g, "$1…/$2$1");
}
