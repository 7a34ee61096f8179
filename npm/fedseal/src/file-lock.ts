import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "./diagnostics.js";

/** How often, and how many milliseconds apart, a file that another process changes is asked for. */
const ATTEMPTS = 300;
const PAUSE = 100;

/**
 * Lets one process at a time read, change and write a file: `<path>.lock` exists meanwhile and holds the id of its process.
 * A lock of a process that ended is taken over. The folder has to exist.
 */
export async function whileLocked(path: string, work: () => Diagnostic[]): Promise<Diagnostic[]> {
  const lock = `${path}.lock`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!take(lock)) {
      await sleep(PAUSE);
      continue;
    }
    try {
      return work();
    } finally {
      rmSync(lock, { force: true });
    }
  }
  const message = `${path} is being changed by another process, which did not end within ${(ATTEMPTS * PAUSE) / 1000} seconds`;
  const help = `Run the command again when the other one has ended. If there is none, delete ${lock}.`;
  return [diagnostic("file/unwritable", message, { file: path }, help)];
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  if (!isHeld(lock)) rmSync(lock, { force: true });
  return false;
}

/** Whether the process that took a lock still runs. One that was just made may not hold its id yet. */
function isHeld(lock: string): boolean {
  let id: number;
  try {
    id = Number(readFileSync(lock, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return true;
  }
  if (!Number.isInteger(id) || id <= 0) return true;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
