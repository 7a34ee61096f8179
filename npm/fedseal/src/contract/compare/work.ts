import { type CompareOptions, type Comparison, compare } from "./compare.js";
import type { Voice } from "./in-thread.js";
import type { Side } from "./side.js";

/** What `compareWithin` asks its thread for. */
export interface Input {
  old: Side;
  now: Side;
  options: CompareOptions;
}

/** Compares two sides that were read in another thread. */
export function work({ old, now, options }: Input, voice: Voice): Comparison {
  voice.comparing();
  return compare(old, now, options, voice.at);
}
