import { parentPort, workerData } from "node:worker_threads";
import type { Message, Task, Work } from "./in-thread.js";

/** The thread of one comparison: `in-thread.ts` starts it. */

function say(message: Message): void {
  if (!parentPort) throw new Error("this module is the thread of a comparison, and was started as something else");
  parentPort.postMessage(message);
}

const { module, input } = workerData as Task;
try {
  const { work } = (await import(module)) as { work: Work<unknown, unknown> };
  const result = await work(input, {
    comparing: (sofar) => say({ comparing: sofar }),
    at: (path) => say({ at: path }),
  });
  say({ result });
} catch (thrown) {
  say({ thrown: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
}
