import type { Verdict } from "../change.js";

/** A function gained a parameter that nobody has to give. */
export function parameterAdded(name: string, optional: boolean, givenByConsumer: boolean): Verdict {
  return {
    rule: "contract/parameter-added",
    level: "minor",
    message: optional ? `an optional parameter ${name} was added` : `a parameter ${name} was added`,
    because:
      optional && givenByConsumer
        ? "Nobody has to give it."
        : "Functions that ignore it still fit; one with an own optional parameter there gets it.",
  };
}
