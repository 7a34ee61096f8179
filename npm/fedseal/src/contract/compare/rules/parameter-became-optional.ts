import type { Polarity, Verdict } from "../change.js";

/** A parameter became optional. `polarity` says who gives the argument. */
export function parameterBecameOptional(name: string, polarity: Polarity): Verdict {
  const input = polarity === "input";
  return {
    rule: "contract/parameter-became-optional",
    level: input ? "minor" : "major",
    message: `the parameter ${name} is optional now`,
    because: input ? "It may be left out." : "A function that needs it is no longer assignable.",
  };
}
