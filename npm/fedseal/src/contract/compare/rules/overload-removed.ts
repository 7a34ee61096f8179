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
