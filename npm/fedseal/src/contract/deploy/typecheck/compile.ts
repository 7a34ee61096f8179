import { dirname, isAbsolute, sep } from "node:path";
import { Cancelled } from "../../extract/cancelled.js";
import { runTsc } from "../../extract/run-tsc.js";
import type { Compiler } from "../../extract/tsc.js";

/** What one run of a shell's compiler said. */
export interface Compiled {
  errors: CompileError[];
  /** Files of the program, absolute. */
  files: string[];
  /** Why the run says nothing, as words; there are no errors to trust then. */
  problem?: string;
}

export interface CompileError {
  /** As the compiler names it: relative to the folder it ran in. */
  file: string;
  line: number;
  column: number;
  code: string;
  message: string;
}

const ERROR = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;

/** Runs `tsc --noEmit`; a run that takes longer than `timeout` milliseconds is ended. */
export async function compile(
  compiler: Compiler,
  folder: string,
  args: readonly string[],
  timeout: number,
): Promise<Compiled> {
  const all = [...args, "--noEmit", "--pretty", "false", "--listFiles"];
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeout);
  try {
    const { output, code } = await runTsc(compiler, all, folder, late.signal);
    return compiled(withoutPlaces(output, folder), code);
  } catch (error) {
    if (error instanceof Cancelled) return nothing(`tsc took longer than ${timeout} ms`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Paths of this machine in messages, written from the shell's folder. Names of files in the list stay as they are. */
function withoutPlaces(output: string, folder: string): string {
  const places: [string, string][] = [];
  let way = "";
  for (let at = folder; at !== dirname(at); at = dirname(at), way += "../")
    places.push([`${at.split(sep).join("/")}/`, way]);
  return output
    .split(/\r?\n/)
    .map((line) =>
      isAbsolute(line) && !ERROR.test(line) ? line : places.reduce((text, [at, to]) => text.replaceAll(at, to), line),
    )
    .join("\n");
}

function nothing(problem: string): Compiled {
  return { errors: [], files: [], problem };
}

function compiled(output: string, code: number | null): Compiled {
  const errors: CompileError[] = [];
  const files: string[] = [];
  const others: string[] = [];
  for (const line of output.split(/\r?\n/)) {
    const [, file, row, column, id, message] = ERROR.exec(line) ?? [];
    if (file !== undefined && id !== undefined) {
      errors.push({ file, line: Number(row), column: Number(column), code: id, message: message ?? "" });
    } else if (isAbsolute(line)) files.push(line);
    else if (line.trim() !== "") others.push(line.trim());
  }
  const whole = others.find((line) => /^error TS\d+: /.test(line));
  // An error without a place is one about the settings: the rest was not checked as the project wants it.
  if (whole !== undefined) return nothing(`tsc did not check the project: ${whole.replace(/^error /, "")}`);
  if (code === null || (code !== 0 && errors.length === 0)) {
    return nothing(`tsc ended with ${code ?? "a signal"}: ${others.slice(-2).join(" ") || "without a word"}`);
  }
  if (code === 0 && files.length === 0) return nothing("tsc named no file that it checked");
  return { errors, files };
}
