import type { Verdict } from "../change.js";

/** A member was removed. */
export function propertyRemoved(name: string, from: string): Verdict {
  return {
    rule: "contract/property-removed",
    level: "major",
    message: `${name} was removed`,
    because: `Property '${name}' does not exist on type '${from}'.`,
  };
}
