import type { Polarity, Verdict } from "../change.js";

/** A parameter became required. `polarity` says who gives the argument. */
export function parameterBecameRequired(name: string, polarity: Polarity): Verdict {
  const output = polarity === "output";
  return {
    rule: "contract/parameter-became-required",
    level: output ? "minor" : "major",
    message: `the parameter ${name} is required now`,
    because: output ? "It is always given." : "Calls that left it out no longer compile.",
  };
}
