import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";

/** A call of `tsc`. */
export interface Call {
  /** Absolute path of the TypeScript library whose command line it is. */
  library: string;
  args: readonly string[];
  /** Absolute. */
  cwd: string;
}

/** What a compiler said, and its exit code. */
export interface Ran {
  output: string;
  code: number | null;
}

/** What a thread answers: undefined where the library has no command line. */
export type Answer = Ran | undefined;

/** What `lib/tsc.js` of TypeScript calls, in the library of the same version. */
interface Library {
  sys: object;
  executeCommandLine?(system: object, finished: () => void, args: readonly string[]): void;
}

/** TypeScript does not go on after it has said how it exits. */
class Exit extends Error {
  readonly code: number;

  constructor(code: number | undefined) {
    super("TypeScript exits");
    this.code = code ?? 0;
  }
}

/** The thread of TypeScript, one call after the other: `tsc-thread.ts` starts it. A crash is the end of it. */
parentPort?.on("message", (call: Call) => parentPort?.postMessage(run(call)));

function run({ library, args, cwd }: Call): Answer {
  const typescript = createRequire(import.meta.url)(library) as Library;
  if (typescript.executeCommandLine === undefined) return undefined;
  let output = "";
  const system = {
    ...typescript.sys,
    args,
    // A thread has no folder of its own.
    getCurrentDirectory: () => cwd,
    write(text: string) {
      output += text;
    },
    exit(code?: number) {
      throw new Exit(code);
    },
  };
  try {
    typescript.executeCommandLine(system, () => {}, args);
  } catch (error) {
    if (error instanceof Exit) return { output, code: error.code };
    throw error;
  }
  throw new Error("TypeScript ended without an exit code");
}
