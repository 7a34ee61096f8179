import type { Verdict } from "../change.js";

/** The overloads of a function are in another order. */
export function overloadOrder(): Verdict {
  return {
    rule: "contract/overload-order",
    level: "major",
    message: "the overloads are in another order",
    because: "TypeScript takes the first overload that fits, so the same call may mean another one now.",
  };
}
