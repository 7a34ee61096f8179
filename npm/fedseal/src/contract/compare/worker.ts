import { parentPort, workerData } from "node:worker_threads";
import { type CompareOptions, compare } from "./compare.js";
import type { Side } from "./side.js";
import type { Message } from "./within.js";

/** The thread of one comparison: `within.ts` starts it. */

const { old, now, options } = workerData as { old: Side; now: Side; options: CompareOptions };

function say(message: Message): void {
  if (!parentPort) throw new Error("this module is the thread of a comparison, and was started as something else");
  parentPort.postMessage(message);
}

try {
  say({ comparison: compare(old, now, options, (path) => say({ progress: path })) });
} catch (thrown) {
  say({ thrown: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
}
