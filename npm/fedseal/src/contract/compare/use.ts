import type { Polarity } from "./change.js";

/** Who gives the values of a type of the surface. */
export interface Use {
  /** Of the values as a whole; undefined where only members are read by index. */
  whole?: Polarity;
  /** Of members that are read or written by index, `Events[K]`. */
  members: Map<string, Polarity>;
  /** Members that are the arguments of a callback, `...args: Events[K]`. */
  rest: Set<string>;
  /** Members that are read or written in another way. */
  plain: Set<string>;
}

export function newUse(): Use {
  return { members: new Map(), rest: new Set(), plain: new Set() };
}
