import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { getTsconfig, type TsConfigJson } from "get-tsconfig";
import semver from "semver";
import { diagnostic } from "../../diagnostics.js";

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
  /** Removes what was written. */
  remove(): Promise<void>;
}

/** Lets the project's own compiler declare modules, without checking them. */
export async function emitDeclarations(
  compiler: Compiler,
  root: string,
  tsconfig: string | undefined,
  files: readonly string[],
): Promise<Emitted> {
  const dir = await mkdtemp(join(tmpdir(), "fedseal-contract-"));
  const remove = () => rm(dir, { recursive: true, force: true });
  const { root: base } = parse(root);
  try {
    if (semver.lt(compiler.version, OLDEST)) {
      const message = `TypeScript ${compiler.version} cannot write declarations without checking the whole project; ${OLDEST} or later can`;
      return { dir, base, diagnostics: [diagnostic("contract/typescript-too-old", message)], remove };
    }
    const config = join(dir, "tsconfig.json");
    await writeFile(config, JSON.stringify(configOf(root, tsconfig, files, join(dir, "out"), base)));
    const { output, code } = await run(compiler.bin, ["--project", config, "--pretty", "false"], root);
    return { dir: join(dir, "out"), base, diagnostics: errorsOf(output, code, root, new Set(files)), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Settings of the project, with what it takes to get declarations and nothing else. */
function configOf(
  root: string,
  tsconfig: string | undefined,
  files: readonly string[],
  outDir: string,
  rootDir: string,
): object {
  const found = tsconfig === undefined ? undefined : getTsconfig(dirname(tsconfig), tsconfig.split(sep).at(-1));
  const typeRoots: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules/@types"))) typeRoots.push(join(folder, "node_modules/@types"));
    if (folder === dirname(folder)) break;
  }
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
    ...(found?.config.compilerOptions?.typeRoots === undefined && { typeRoots }),
  };
  return {
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

function run(bin: string, args: readonly string[], cwd: string): Promise<{ output: string; code: number | null }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (data: string) => {
      output += data;
    });
    child.stderr.setEncoding("utf8").on("data", (data: string) => {
      output += data;
    });
    child.on("error", fail).on("close", (code) => done({ output, code }));
  });
}

const ERROR = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;

/** What the compiler could not declare; about other files it may say what it likes. */
function errorsOf(output: string, code: number | null, root: string, wanted: ReadonlySet<string>): Diagnostic[] {
  const found: Diagnostic[] = [];
  let placed = false;
  for (const line of output.split(/\r?\n/)) {
    const [, file = "", row, column, id, words] = ERROR.exec(line) ?? [];
    if (row === undefined) {
      const whole = /^error (TS\d+): (.*)$/.exec(line);
      if (whole) found.push(diagnostic("contract/not-extracted", `TypeScript did not start: ${whole[1]}: ${whole[2]}`));
      continue;
    }
    placed = true;
    const path = resolve(root, file);
    if (!wanted.has(path)) continue;
    const location = { file: relative(root, path).split(sep).join("/"), line: Number(row), column: Number(column) };
    found.push(
      diagnostic("contract/not-extracted", `TypeScript cannot write the declaration: ${id}: ${words}`, location),
    );
  }
  if (code !== 0 && !placed && found.length === 0) {
    const words = output.trim().split("\n").slice(-3).join(" ");
    found.push(diagnostic("contract/not-extracted", `TypeScript exited with ${code ?? "a signal"}: ${words}`));
  }
  return found;
}
