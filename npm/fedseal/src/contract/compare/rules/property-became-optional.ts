import type { Polarity, Verdict } from "../change.js";

/** A member may be missing. */
export function propertyBecameOptional(name: string, polarity: Polarity): Verdict {
  const input = polarity === "input";
  return {
    rule: "contract/property-became-optional",
    level: input ? "minor" : "major",
    message: `${name} is optional now`,
    because: input ? "It may be left out." : `'${name}' is possibly 'undefined'.`,
  };
}
