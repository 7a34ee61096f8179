import type { Verdict } from "../change.js";

/** A member was added that nobody has to give. */
export function propertyAdded(name: string, optional: boolean): Verdict {
  return {
    rule: "contract/property-added",
    level: "minor",
    message: optional ? `the optional ${name} was added` : `${name} was added`,
    because: optional ? "Nobody has to give it." : "Only the remote makes values of this type.",
  };
}
