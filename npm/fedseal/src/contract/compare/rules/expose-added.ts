import type { Verdict } from "../change.js";

/** A module is exposed that was not. */
export function exposeAdded(expose: string): Verdict {
  return {
    rule: "contract/expose-added",
    level: "minor",
    message: `${expose} was added`,
    because: "Nobody loaded it before.",
  };
}
