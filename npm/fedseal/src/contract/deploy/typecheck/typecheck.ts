import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import semver from "semver";
import { statsAt } from "../../../stats.js";
import type { Contract } from "../../contract.js";
import { type Compiler, findCompiler } from "../../extract/tsc.js";
import { readPackage } from "../../package/disk.js";
import type { ContractPackage } from "../../package/generate.js";
import { installed } from "../../package/installed.js";
import { usesIn } from "../../package/uses.js";
import { readSource } from "../../read-source.js";
import { usedOf } from "../decide.js";
import type { Deployed, OneAnswer } from "../matrix.js";
import { type Compiled, type CompileError, compile } from "./compile.js";
import { type Overlay, overlay } from "./overlay.js";
import { type Project, projectsOf, redirected } from "./project.js";
import { inTemporaryFolder } from "./temporary.js";

/** The first TypeScript that is asked: the oldest one that fedseal works with. */
const OLDEST = "5.6.0";

/** A shell that can be compiled: its folder, or its tsconfig. */
export interface ShellFolder {
  /** Absolute. */
  path: string;
  /** Name of the contract package. */
  package: string;
  /** Milliseconds that one run of the compiler may take. */
  timeout: number;
}

/** A shell as it compiles today. */
export interface Baseline {
  folder: string;
  compiler: Compiler;
  dir: string;
  found: ContractPackage;
  projects: { project: Project; compiled: Compiled }[];
  timeout: number;
}

/** Compiles a shell as it is, against the package that it has installed. A text says why that says nothing. */
export async function baselineOf({ path, package: name, timeout }: ShellFolder): Promise<Baseline | string> {
  const stats = statsAt(path);
  if (!stats) return "it does not exist";
  const config = realpathSync(path);
  const folder = stats.isDirectory() ? config : dirname(config);
  const compiler = findCompiler(folder);
  if (!compiler) return "no TypeScript is installed there";
  if (semver.lt(compiler.version, OLDEST)) return `its TypeScript is ${compiler.version}; ${OLDEST} or later is needed`;
  const dir = installed(name, folder);
  if (dir === undefined) return `${name} is not installed there`;
  const { found, diagnostics } = readPackage(dir);
  if (!found) return diagnostics.map((one) => one.message).join("; ");
  const projects = projectsOf(stats.isDirectory() ? join(config, "tsconfig.json") : config);
  if (typeof projects === "string") return projects;
  const done: Baseline["projects"] = [];
  for (const project of projects) {
    const compiled = await inTemporaryFolder((temporary) => {
      const { incremental, composite } = project.options;
      // The shell's folder stays as it is.
      const info = incremental || composite ? ["--tsBuildInfoFile", join(temporary, "info")] : [];
      return compile(compiler, folder, ["--project", project.path, ...info], timeout);
    });
    if (compiled.problem !== undefined) return compiled.problem;
    done.push({ project, compiled });
  }
  return { folder, compiler, dir: realpathSync(dir), found, projects: done, timeout };
}

/** Whether a shell still compiles when a remote's stubs are those of a candidate. */
export async function typecheck(
  baseline: Baseline | string,
  candidate: Contract,
  shell: NonNullable<Deployed["shell"]>,
): Promise<OneAnswer> {
  if (typeof baseline === "string") return unknown(baseline);
  const { found, dir, projects } = baseline;
  const { remote } = candidate;
  const current = found.contracts.find((one) => one.remote === remote);
  if (!current) return unknown(`the package that is installed there has no contract of ${remote}`);
  const stubs = join(dir, "remotes", remote) + sep;
  if (!projects.some(({ compiled }) => compiled.files.some((file) => native(file).startsWith(stubs)))) {
    return unknown(
      `its program has no stub of ${remote}, so nothing would be checked; is \`${found.name}/ambient\` referenced?`,
    );
  }
  const unchecked = uncheckedUses(baseline, shell, remote);
  if (unchecked.length > 0) return unknown(`it uses ${unchecked.join(", ")} in files that its tsc does not check`);

  const now = await errorsWith(baseline, candidate);
  if (typeof now === "string") return unknown(now);
  const before = projects.flatMap(({ compiled }) => compiled.errors);
  const fresh = without(now, before);
  if (fresh.length > 0) {
    // The other place could have made them: the same with today's contract tells.
    const control = await errorsWith(baseline, current);
    if (typeof control === "string") return unknown(control);
    const own = without(control, before);
    if (own.length > 0) {
      return unknown(`it does not compile with a copy of its package: ${worded(own)[0]}`);
    }
    const errors = worded(fresh);
    const more = errors.length > 1 ? `, and ${errors.length - 1} more` : "";
    return { deployable: false, method: "typecheck", reason: `its tsc has new errors: ${errors[0]}${more}`, errors };
  }
  if (before.length > 0) {
    const first = worded(before)[0];
    return unknown(`it does not compile as it is (${before.length} errors, first ${first}), which may hide new ones`);
  }
  const tsc = `tsc ${baseline.compiler.version}`;
  return {
    deployable: true,
    method: "typecheck",
    reason: `its ${tsc} --noEmit has no error with ${remote}@${candidate.version}`,
  };
}

function unknown(reason: string): OneAnswer {
  return { deployable: null, method: "typecheck", reason: `the shell was not checked: ${reason}` };
}

/** What the compiler says with a contract in place of the one that is installed; a text says why nothing. */
async function errorsWith(baseline: Baseline, contract: Contract): Promise<CompileError[] | string> {
  const { folder, compiler, found, dir, projects, timeout } = baseline;
  return inTemporaryFolder(async (temporary) => {
    const made = overlay(temporary, found, contract, [dir, folder]);
    if (made.missing.length > 0) {
      return `${made.missing.join(", ")} cannot be found, which stubs import: what is typed with it would be \`any\``;
    }
    const errors: CompileError[] = [];
    for (const [index, { project, compiled: before }] of projects.entries()) {
      const config = join(temporary, `${index}`, "tsconfig.json");
      mkdirSync(dirname(config), { recursive: true });
      const settings = redirected(project, { folder: temporary, ...made }, compiler.version);
      writeFileSync(config, JSON.stringify(settings));
      const compiled = await compile(compiler, folder, ["--project", config], timeout);
      const wrong = compiled.problem ?? misled(compiled, before, made, dir);
      if (wrong !== undefined) return inPackage(wrong, made);
      errors.push(
        ...compiled.errors.map((error) => ({
          ...error,
          file: inPackage(error.file, made),
          message: inPackage(error.message, made),
        })),
      );
    }
    return errors;
  });
}

/** Why a program was not the shell's with the other contract, if so. */
function misled(now: Compiled, before: Compiled, { dir: made }: Overlay, dir: string): string | undefined {
  const below = (folder: string) => (file: string) => native(file).startsWith(folder + sep) && !file.endsWith(".json");
  const left = now.files.find(below(dir));
  if (left !== undefined) {
    return `${relative(dir, left).split(sep).join("/")} of the installed package is read by its path, which cannot be redirected`;
  }
  if (before.files.some(below(dir)) && !now.files.some(below(made))) return "the candidate's stubs were not read";
  return undefined;
}

/** Recorded uses that no file shows which the compiler checks: in templates, in JavaScript, in files it does not read. */
function uncheckedUses(
  { projects, found, dir }: Baseline,
  shell: NonNullable<Deployed["shell"]>,
  remote: string,
): string[] {
  const checked = projects.flatMap(({ project, compiled }) =>
    compiled.files.filter((file) => {
      // The package itself names every module.
      if (native(file).startsWith(dir + sep) || native(file).includes(`${sep}node_modules${sep}`)) return false;
      if (!/\.([cm]?[jt]s|[jt]sx)$/.test(file)) return false;
      const text = readSource(file);
      if (/^\s*\/\/\s*@ts-nocheck/m.test(text)) return false;
      const isScript = /\.[cm]?jsx?$/.test(file);
      return !isScript || project.options.checkJs === true || /^\s*\/\/\s*@ts-check/m.test(text);
    }),
  );
  const shown = usesIn(checked, found.contracts, found.name);
  return usedOf(shell, remote).flatMap(([id]) => (Object.hasOwn(shown, id) ? [] : [id]));
}

function without(errors: readonly CompileError[], known: readonly CompileError[]): CompileError[] {
  const key = ({ file, line, column, code }: CompileError) => `${file}:${line}:${column}:${code}`;
  const before = new Set(known.map(key));
  return errors.filter((error) => !before.has(key(error)));
}

/** Errors as people read them. */
function worded(errors: readonly CompileError[]): string[] {
  return errors.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`);
}

/** Nobody knows the temporary folder: a stub is named by its package. */
function inPackage(text: string, { roots }: Overlay): string {
  const end = `${basename(dirname(roots))}/${basename(roots)}/`;
  return text.replaceAll(new RegExp(`[^\\s"'(]*${end}`, "g"), "");
}

/** TypeScript writes `/` everywhere. */
function native(file: string): string {
  return file.split("/").join(sep);
}
