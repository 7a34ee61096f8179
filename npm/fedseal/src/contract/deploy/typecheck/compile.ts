import { spawn } from "node:child_process";
import { isAbsolute } from "node:path";
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
export function compile(
  { bin }: Compiler,
  folder: string,
  args: readonly string[],
  timeout: number,
): Promise<Compiled> {
  return new Promise((done, fail) => {
    const all = [bin, ...args, "--noEmit", "--pretty", "false", "--listFiles"];
    const child = spawn(process.execPath, all, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
    }, timeout);
    const end = () => child.kill("SIGKILL");
    process.once("exit", end);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (data: string) => {
        output += data;
      });
    }
    child.on("error", fail).on("close", (code) => {
      clearTimeout(timer);
      process.off("exit", end);
      done(isLate ? nothing(`tsc took longer than ${timeout} ms`) : compiled(output, code));
    });
  });
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
