import { Worker } from "node:worker_threads";
import type { Undecided } from "./change.js";
import type { CompareOptions, Comparison } from "./compare.js";
import type { Side } from "./side.js";

export interface WithinOptions extends CompareOptions {
  /** Milliseconds for the whole comparison, reading included. */
  timeout: number;
}

/** What the thread of a comparison says. */
export type Message = { progress: string } | { comparison: Comparison } | { thrown: string };

const STACK_MB = 16;

/**
 * Compares two sides in a thread of its own, which is ended once the time is over, whatever it is doing. What is not done by
 * then is not decided.
 */
export function compareWithin(old: Side, now: Side, { timeout, ...options }: WithinOptions): Promise<Comparison> {
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    workerData: { old, now, options },
    resourceLimits: { stackSizeMb: STACK_MB },
  });
  let at = "";
  return new Promise<Comparison>((resolve, reject) => {
    const end = (comparison: Comparison) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(comparison);
    };
    const timer = setTimeout(() => {
      const where = at === "" ? "while the declarations were read" : `while ${at} was compared`;
      end(undecided(at, `the comparison took longer than ${timeout} ms, and was ended ${where}`));
    }, timeout);
    worker.on("message", (message: Message) => {
      if ("progress" in message) at = message.progress;
      else if ("comparison" in message) end(message.comparison);
      else {
        // Nothing may hold the command up until the time is over.
        clearTimeout(timer);
        void worker.terminate();
        reject(new Error(message.thrown));
      }
    });
    worker.on("error", (error: Error & { code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") {
        return end(undecided(at, "the comparison needs more memory than there is"));
      }
      clearTimeout(timer);
      reject(error);
    });
  });
}

function undecided(at: string, message: string): Comparison {
  const one: Undecided = { rule: "contract/not-compared", export: at, message, at: null };
  return { bump: "none", findings: [], undecided: [one] };
}
