import type { Verdict } from "../change.js";

/** A function lost an overload. */
export function overloadRemoved(signature: string, called: boolean, covered: boolean): Verdict {
  const major = called && !covered;
  return {
    rule: "contract/overload-removed",
    level: major ? "major" : "minor",
    message: `the overload ${signature} was removed`,
    because: major
      ? "No overload matches this call."
      : covered
        ? "Another overload takes its calls."
        : "Consumers have less to implement.",
  };
}

/** A function became generic, and takes every call that its overloads took. */
export function overloadsJoined(signature: string): Verdict {
  return {
    rule: "contract/overload-removed",
    level: "minor",
    message: `it is ${signature} now`,
    because: "It takes every call of the old version, and gives the same.",
  };
}
