import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { setTimeout } from "node:timers/promises";
import { requireOrder } from "./commands.js";
import { problemOfState, type RolloutState } from "./state.js";

/** Where the state of rollouts is. */
export interface RolloutStore {
  /** The state as it is now. */
  read(): Promise<RolloutState>;
  /** Changes the state by what it is now; one change at a time, over all processes. */
  change(change: Change): Promise<RolloutState>;
}

/** One change. */
export interface Change {
  /** Who asked for it, and why: both are in the audit. */
  who: string;
  why: string;
  /** The state that comes of the one before; `undefined` changes nothing. `seq` is set by the store. */
  to(before: RolloutState): RolloutState | undefined;
}

/** How long a change waits for another one, and how often it looks, in ms. */
const WAIT = 5_000;
const LOOK = 20;

/** A store in a file of JSON; each change is a line of `<path>.audit`. */
export function fileStore(path: string): RolloutStore {
  let last: { at: string; state: RolloutState } | undefined;
  const read = (isKnown = true): RolloutState => {
    // A change replaces the file.
    const { mtimeMs, size, ino } = statSync(path);
    const at = `${mtimeMs} ${size} ${ino}`;
    if (isKnown && last?.at === at) return last.state;
    const state = stateOf(readFileSync(path, "utf8"), path);
    last = { at, state };
    return state;
  };
  return {
    read: async () => read(),
    change: async ({ who, why, to }) => {
      requireOrder({ who, why });
      // Whoever has another name of the same file waits for the same lock.
      const file = realpathSync(path);
      const unlock = await lock(`${file}.lock`);
      try {
        // A file of the same time and size is not the same for sure, and a change of it would be lost.
        const before = read(false);
        const wanted = to(before);
        if (wanted === undefined) return before;
        const after = { ...wanted, seq: before.seq + 1 };
        const wrong = problemOfState(after);
        if (wrong !== undefined) throw new TypeError(`the state that this change makes cannot be used: ${wrong}`);
        const line = {
          seq: after.seq,
          at: new Date().toISOString(),
          who,
          why,
          before: before.remotes,
          after: after.remotes,
        };
        // First, so that no change is without its line. Of a process that ends here, the next line has the same `seq`.
        append(`${file}.audit`, JSON.stringify(line));
        replace(file, `${JSON.stringify(after, null, 2)}\n`);
        return after;
      } finally {
        unlock();
      }
    },
  };
}

function stateOf(text: string, path: string): RolloutState {
  const value: unknown = JSON.parse(text);
  const wrong = problemOfState(value);
  if (wrong !== undefined) throw new TypeError(`${path} is no state of rollouts: ${wrong}`);
  return value as RolloutState;
}

/** Adds a line, which is on the disk then. What a killed process left of its own, without an end, stays a line by itself. */
function append(path: string, line: string): void {
  const file = openSync(path, "a+", 0o644);
  try {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    if (size > 0) readSync(file, last, 0, 1, size - 1);
    const isTorn = size > 0 && last.toString() !== "\n";
    appendFileSync(file, `${isTorn ? "\n" : ""}${line}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** With the rights that it has. */
function replace(path: string, text: string): void {
  const temporary = `${path}.${randomUUID()}`;
  const file = openSync(temporary, "wx", 0o600);
  try {
    fchmodSync(file, statSync(path).mode & 0o777);
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** A file that one process of this machine has at a time; it says which one. What a process left behind that is no more is removed. */
async function lock(path: string): Promise<() => void> {
  for (const end = Date.now() + WAIT; ; await setTimeout(LOOK)) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (Date.now() > end) throw new Error(`${path} is there for ${WAIT} ms: delete it if no change is under way`);
      removeLeftOver(path);
    }
  }
}

/** Removes a lock whose process is no more. Only one process does so at a time, and looks again then. */
function removeLeftOver(path: string): void {
  if (!isLeftOver(path)) return;
  const guard = `${path}.removing`;
  try {
    closeSync(openSync(guard, "wx"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // Held for some microseconds; one that is older was left behind, too.
    const { mtimeMs = Date.now() } = statSync(guard, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > GUARD) rmSync(guard, { force: true });
    return;
  }
  try {
    if (isLeftOver(path)) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

const GUARD = 10_000;

function isLeftOver(path: string): boolean {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return false;
  }
  // Empty: it is being written, or was made by an earlier version.
  if (!/^\d+$/.test(text)) return false;
  try {
    process.kill(Number(text), 0);
    return false;
  } catch (error) {
    // Of somebody else: it is there.
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
