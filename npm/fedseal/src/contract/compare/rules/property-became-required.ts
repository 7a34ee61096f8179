import type { Polarity, Verdict } from "../change.js";

/** A member has to be there. */
export function propertyBecameRequired(name: string, polarity: Polarity, writable: boolean): Verdict {
  const output = polarity === "output";
  const minor = output && !writable;
  return {
    rule: "contract/property-became-required",
    level: minor ? "minor" : "major",
    message: `${name} is required now`,
    because: minor
      ? "It is always there."
      : output
        ? `Type 'undefined' is no longer assignable to '${name}', which can be assigned to.`
        : `Property '${name}' is missing where it was left out.`,
  };
}
