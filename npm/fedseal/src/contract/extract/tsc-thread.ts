import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { KeptThread } from "../kept-thread.js";
import { atExit } from "./at-exit.js";
import { Cancelled } from "./cancelled.js";
import type { Answer, Call } from "./tsc-work.js";

/** How long TypeScript stays loaded after a run: starting it and warming it up takes longer than most runs. */
const KEPT_MS = 20_000;

const threads = new KeptThread(new URL("./tsc-work.js", import.meta.url), KEPT_MS);

/**
 * The library of a TypeScript whose `tsc` does nothing but to call it, as it comes: a thread can call it as well. Undefined for
 * TypeScript 7, which is no JavaScript, and for any other `tsc`.
 */
export function libraryOf(bin: string): string | undefined {
  const real = realpathSync(bin);
  const library = join(dirname(real), "../lib/typescript.js");
  const isOwn = /^#!.*\r?\nrequire\((["'])\.\.\/lib\/tsc\.js\1\);?\s*$/.test(readFileSync(real, "utf8"));
  return isOwn && existsSync(library) ? library : undefined;
}

/** Runs TypeScript in a thread, which `signal` ends. Undefined where it takes a process: the thread has too little memory. */
export function tscInThread(call: Call, version: string, signal: AbortSignal | undefined): Promise<Answer> {
  const purpose = `${call.library} ${version}`;
  const worker = threads.take(purpose);
  return new Promise((done, fail) => {
    const end = () => void worker.terminate();
    const forget = atExit(end);
    const over = () => {
      forget();
      signal?.removeEventListener("abort", end);
    };
    signal?.addEventListener("abort", end, { once: true });
    worker.on("message", (ran: Answer) => {
      over();
      if (signal?.aborted) return fail(new Cancelled("cancelled while TypeScript was running"));
      threads.keep(worker, purpose);
      done(ran);
    });
    worker.on("error", (error: Error & { code?: string }) => {
      over();
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return done(undefined);
      // As Node says it of a process that ends so.
      done({ output: `${error.stack ?? error.message}\n`, code: 1 });
    });
    worker.on("exit", (code) => {
      over();
      if (signal?.aborted) fail(new Cancelled("cancelled while TypeScript was running"));
      else done({ output: "", code });
    });
    worker.postMessage(call);
  });
}
