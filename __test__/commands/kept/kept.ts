import { join, resolve } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";

/** What a call said, and its exit code. */
export interface Ran {
  stdout: string;
  stderr: string;
  status: number | null;
}

type Answer = { id: number } & (Ran | { ended: string });

/**
 * A process that is kept for the calls of a file of tests: `process.mjs` says what a call has of its own. It takes one call after
 * the other, and nothing that a call loads is loaded twice.
 */
export class KeptProcess {
  readonly #turns = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #port: MessagePort;
  readonly #thread: Worker;
  readonly #answers = new Map<number, Answer>();
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #calls = 0;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    const file = join(import.meta.dirname, "process.mjs");
    this.#thread = new Worker(new URL("./thread.mjs", import.meta.url), {
      workerData: { file, turns: this.#turns.buffer, port: port2 },
      transferList: [port2],
      execArgv: [],
    });
    this.#port = port1.on("message", (answer: Answer) => this.#take(answer));
    // A test waits; a process that has nothing else to do does not.
    this.#port.unref();
    this.#thread.unref();
  }

  /** Lets this thread wait, as `spawnSync` does. */
  run(cwd: string, args: readonly string[]): Ran {
    const id = this.#ask(cwd, args);
    for (;;) {
      const turn = Atomics.load(this.#turns, 0);
      for (let next = receiveMessageOnPort(this.#port); next; next = receiveMessageOnPort(this.#port)) {
        this.#take(next.message);
      }
      const answer = this.#answers.get(id);
      if (answer) return ranOf(answer);
      Atomics.wait(this.#turns, 0, turn);
    }
  }

  /** Does not keep this thread from doing something else, such as to answer what the call asks a server. */
  async runBeside(cwd: string, args: readonly string[]): Promise<Ran> {
    const id = this.#ask(cwd, args);
    return ranOf(await new Promise<Answer>((answered) => this.#waiting.set(id, answered)));
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }

  #ask(cwd: string, args: readonly string[]): number {
    const id = ++this.#calls;
    this.#port.postMessage({ id, cwd: resolve(cwd), args, env: { ...process.env } });
    return id;
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (waiting) waiting(answer);
    else this.#answers.set(answer.id, answer);
  }
}

function ranOf(answer: Answer): Ran {
  if ("ended" in answer) throw new Error(answer.ended);
  const { stdout, stderr, status } = answer;
  return { stdout, stderr, status };
}
