import type { Profile, Verdict } from "../change.js";

const RULE = "contract/constant-changed";

/** A constant without a type annotation has another value, which TypeScript takes for its type. */
export function constantChanged(name: string, before: string, after: string, profile: Profile): Verdict {
  const strict = profile === "strict";
  return {
    rule: RULE,
    level: strict ? "major" : "minor",
    message: `the value of ${name} changed from ${before} to ${after}`,
    because: strict
      ? `A comparison with ${before} no longer compiles. Annotate the constant, \`: string\` for instance, if its value is no promise.`
      : "Its type was not written down, so the value is no promise. Write `as const` to make it one.",
  };
}

/** The type of a literal constant was written down, or is no longer: `const a = "x"` and `const a: "x"`. */
export function literalFixed(name: string, literal: string, fixed: boolean): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: fixed
      ? `the type of ${name} is fixed to ${literal} now`
      : `the type of ${name} is no longer fixed to ${literal}`,
    because: fixed
      ? `A variable that is initialized with ${name} was widened, and now only takes ${literal}.`
      : `A variable that is initialized with ${name} had the type ${literal}, and is widened now.`,
  };
}
