import type { Polarity, Verdict } from "../change.js";

/** A function lost a parameter. `polarity` says who gave the argument. */
export function parameterRemoved(name: string, polarity: Polarity, expected: number, got: number): Verdict {
  return {
    rule: "contract/parameter-removed",
    level: "major",
    message: `the parameter ${name} was removed`,
    because:
      polarity === "input"
        ? `Expected ${expected} arguments, but got ${got}.`
        : "A function that needs it is no longer assignable.",
  };
}
