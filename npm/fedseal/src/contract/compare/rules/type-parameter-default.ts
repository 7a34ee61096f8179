import type { Verdict } from "../change.js";

const RULE = "contract/type-parameter-default";

/** A type parameter lost or gained its default. */
export function defaultPresence(name: string, has: boolean): Verdict {
  return {
    rule: RULE,
    level: has ? "minor" : "major",
    message: `the type parameter ${name} ${has ? "has a default now" : "no longer has a default"}`,
    because: has ? "It may be left out." : "Code that left it out no longer compiles.",
  };
}

/** A type parameter has another default. */
export function defaultChanged(name: string, before: string, after: string): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: `the default of the type parameter ${name} changed from ${before} to ${after}`,
    because: "Code that left it out means another type now.",
  };
}
