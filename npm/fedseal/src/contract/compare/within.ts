import type { CompareOptions, Comparison } from "./compare.js";
import { inThread } from "./in-thread.js";
import type { Side } from "./side.js";
import type { Input } from "./work.js";

export interface WithinOptions extends CompareOptions {
  /** Milliseconds for the whole comparison, reading included. */
  timeout: number;
}

/**
 * Compares two sides in a thread of its own, which is ended once the time is over, whatever it is doing. What is not done by
 * then is not decided.
 */
export async function compareWithin(old: Side, now: Side, { timeout, ...options }: WithinOptions): Promise<Comparison> {
  const input: Input = { old, now, options };
  const ended = await inThread<Input, Comparison>(new URL("./work.js", import.meta.url), input, timeout);
  return "result" in ended ? ended.result : { bump: "none", findings: [], undecided: [ended.undecided] };
}
