import { parentPort } from "node:worker_threads";
import type { Message, Task, Work } from "./in-thread.js";

/** The thread of comparisons, one after the other: `in-thread.ts` starts it. */

if (!parentPort) throw new Error("this module is the thread of a comparison, and was started as something else");
const port = parentPort;
const say = (message: Message) => port.postMessage(message);

port.on("message", async ({ module, input }: Task) => {
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
});
