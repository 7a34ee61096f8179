import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { setTimeout } from "node:timers/promises";
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
      const unlock = await lock(`${path}.lock`);
      try {
        // A file of the same time and size is not the same for sure, and a change of it would be lost.
        const before = read(false);
        const wanted = to(before);
        if (wanted === undefined) return before;
        const after = { ...wanted, seq: before.seq + 1 };
        const wrong = problemOfState(after);
        if (wrong !== undefined) throw new TypeError(`the state that this change makes cannot be used: ${wrong}`);
        replace(path, `${JSON.stringify(after, null, 2)}\n`);
        const line = {
          seq: after.seq,
          at: new Date().toISOString(),
          who,
          why,
          before: before.remotes,
          after: after.remotes,
        };
        appendFileSync(`${path}.audit`, `${JSON.stringify(line)}\n`);
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

function replace(path: string, text: string): void {
  const temporary = `${path}.${randomUUID()}`;
  const file = openSync(temporary, "wx", 0o644);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** A file that one process at a time has. One that was left behind by a process that died is in the way until somebody deletes it. */
async function lock(path: string): Promise<() => void> {
  for (const end = Date.now() + WAIT; ; await setTimeout(LOOK)) {
    try {
      closeSync(openSync(path, "wx"));
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (Date.now() > end) throw new Error(`${path} is there for ${WAIT} ms: delete it if no change is under way`);
    }
  }
}
