import { KeptThread } from "../kept-thread.js";
import type { Undecided } from "./change.js";
import { compileLater } from "./compile-later.js";

/** How work in a thread says how far it is. */
export interface Voice {
  /** From here on the time counts. What is given stands where the comparison does not end. */
  comparing(sofar?: unknown): void;
  /** What is compared now. */
  at(path: string): void;
}

/** A module that is the work of a thread exports it as `work`. Input and result are copied between threads. */
export type Work<Input, Result> = (input: Input, voice: Voice) => Result | Promise<Result>;

/** What a thread says. */
export type Message = { comparing: unknown } | { at: string } | { result: unknown } | { thrown: string };

/** What a thread is given. */
export interface Task {
  /** Address of the module that exports `work`. */
  module: string;
  input: unknown;
}

/** A result, or why there is none, and what the thread knew before it compared. */
export type Ended<Result, Sofar> = { result: Result } | { undecided: Undecided; sofar: Sofar | undefined };

/** How long a thread waits for more work: what follows at once finds TypeScript and the declarations of the language read. */
const KEPT_MS = 2_000;

const threads = new KeptThread(new URL("./thread.js", import.meta.url), KEPT_MS);

/**
 * Runs work in a thread of its own, which is ended when the comparison in it takes longer than `timeout` milliseconds,
 * whatever it is doing. TypeScript is loaded in that thread only.
 */
export function inThread<Input, Result, Sofar = undefined>(
  module: URL,
  input: Input,
  timeout: number,
): Promise<Ended<Result, Sofar>> {
  compileLater();
  const task: Task = { module: module.href, input };
  const worker = threads.take();
  let at = "";
  let sofar: Sofar | undefined;
  let timer: NodeJS.Timeout | undefined;
  return new Promise((resolve, reject) => {
    // Nothing may hold the command up once it is known how the work ended.
    const over = (isReady = false) => {
      clearTimeout(timer);
      if (!isReady) return void worker.terminate();
      threads.keep(worker);
    };
    const undecided = (message: string) => {
      over();
      resolve({ undecided: { rule: "contract/not-compared", export: at, message, at: null }, sofar });
    };
    const late = () => {
      const where = at === "" ? "while the declarations were read" : `while ${at} was compared`;
      undecided(`the comparison took longer than ${timeout} ms, and was ended ${where}`);
    };
    worker.on("message", (message: Message) => {
      if ("at" in message) at = message.at;
      else if ("comparing" in message) {
        sofar = message.comparing as Sofar | undefined;
        timer = setTimeout(late, timeout);
      } else if ("result" in message) {
        over(true);
        resolve({ result: message.result as Result });
      } else {
        over();
        reject(new Error(message.thrown));
      }
    });
    worker.on("error", (error: Error & { code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return undecided("the comparison needs more memory than there is");
      over();
      reject(error);
    });
    worker.on("exit", () => {
      over();
      reject(new Error("the thread of the comparison ended without a result"));
    });
    worker.postMessage(task);
  });
}
