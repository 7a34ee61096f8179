import type { Polarity, Verdict } from "../change.js";

/** A member has to be there. */
export function propertyBecameRequired(name: string, polarity: Polarity): Verdict {
  const minor = polarity === "output";
  return {
    rule: "contract/property-became-required",
    level: minor ? "minor" : "major",
    message: `${name} is required now`,
    because: minor ? "It is always there." : `Property '${name}' is missing where it was left out.`,
  };
}
