import { Worker } from "node:worker_threads";

/** TypeScript goes deep. */
const STACK_MB = 16;

/** A thread that waits a moment for more work after it has done some: what follows at once finds loaded what it needs. */
export class KeptThread {
  readonly #module: URL;
  readonly #milliseconds: number;
  #kept: { worker: Worker; purpose: string; forget(): void } | undefined;

  /** `milliseconds`: how long a thread waits. */
  constructor(module: URL, milliseconds: number) {
    this.#module = module;
    this.#milliseconds = milliseconds;
  }

  /** The thread that waits with the same purpose, or a new one. */
  take(purpose = ""): Worker {
    const waiting = this.#kept;
    waiting?.forget();
    if (waiting?.purpose === purpose) {
      waiting.worker.ref();
      return waiting.worker;
    }
    void waiting?.worker.terminate();
    // Options of this process may say how its own program is read (`--input-type`), which no thread takes.
    return new Worker(this.#module, { resourceLimits: { stackSizeMb: STACK_MB }, execArgv: [] });
  }

  /** Lets a thread wait, which keeps no process from ending. */
  keep(worker: Worker, purpose = ""): void {
    silence(worker);
    if (this.#kept) return void worker.terminate();
    const forget = () => {
      clearTimeout(timer);
      silence(worker);
      this.#kept = undefined;
    };
    const end = () => {
      forget();
      void worker.terminate();
    };
    const timer = setTimeout(end, this.#milliseconds).unref();
    // Whatever happens to it now concerns no work.
    worker.on("error", end).on("exit", forget);
    worker.unref();
    this.#kept = { worker, purpose, forget };
  }
}

/** Takes away the listeners of a piece of work. Node has some of its own, for other events. */
function silence(worker: Worker): void {
  for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
}
