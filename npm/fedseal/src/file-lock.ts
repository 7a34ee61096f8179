import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "./diagnostics.js";
import { relativeTo } from "./locations.js";

/** How often, and how many milliseconds apart, a file that another process changes is asked for. */
const ATTEMPTS = 300;
const PAUSE = 100;

/**
 * Lets one process at a time read, change and write a file or folder: `<path>.lock` exists meanwhile. A lock that stays is
 * never taken over: whether its process still runs cannot be told from another machine or container. `busy` makes the result
 * of the error then.
 */
export async function whileLocked<T>(
  path: string,
  work: () => T | Promise<T>,
  busy: (found: Diagnostic[]) => T,
): Promise<T> {
  const lock = `${path}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!take(lock)) {
      await sleep(PAUSE);
      continue;
    }
    try {
      return await work();
    } finally {
      rmSync(lock, { force: true });
    }
  }
  const [file, name] = [path, lock].map((one) => relativeTo(process.cwd(), one)) as [string, string];
  const message = `${file} was not changed: ${name} was there for ${(ATTEMPTS * PAUSE) / 1000} seconds, so another process changes it`;
  const help = `Run the command again when the other process has ended. If there is none, delete ${name}: a process that was killed left it.`;
  return busy([diagnostic("file/unwritable", message, { file }, help)]);
}

/** Makes the lock file, unless it exists. */
function take(lock: string): boolean {
  try {
    writeFileSync(lock, "", { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}
