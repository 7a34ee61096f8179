import type { Verdict } from "../change.js";

/** A function declaration became a constant, or the reverse. */
export function functionBecameConstant(name: string, isConstant: boolean): Verdict {
  const rule = "contract/function-became-constant";
  return isConstant
    ? {
        rule,
        level: "major",
        message: `the function ${name} is a constant now`,
        because: `Code that adds to it (\`namespace ${name}\`) no longer compiles.`,
      }
    : {
        rule,
        level: "minor",
        message: `the constant ${name} is a function now`,
        because: "Calls do not see the difference; a namespace can be added to it.",
      };
}
