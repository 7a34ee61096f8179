import type { Verdict } from "../change.js";

const FIRST = "TypeScript takes the first overload that fits, so the same call may mean another one now.";

/** The overloads of a function are in another order. */
export function overloadOrder(): Verdict {
  return {
    rule: "contract/overload-order",
    level: "major",
    message: "the overloads are in another order",
    because: FIRST,
  };
}

/** An overload takes calls that went to another one. */
export function callsTaken(text: string): Verdict {
  return {
    rule: "contract/overload-order",
    level: "major",
    message: `${text} takes calls now that went to another overload`,
    because: FIRST,
  };
}
