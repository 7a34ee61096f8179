import type { Verdict } from "../change.js";

/** A function gained a parameter that callers have to give. */
export function requiredParameterAdded(name: string, expected: number, got: number): Verdict {
  return {
    rule: "contract/required-parameter-added",
    level: "major",
    message: `a required parameter ${name} was added`,
    because: `Expected ${expected} arguments, but got ${got}.`,
  };
}
