import type { Verdict } from "../change.js";

/** A module is no longer exposed. */
export function exposeRemoved(expose: string): Verdict {
  return {
    rule: "contract/expose-removed",
    level: "major",
    message: `${expose} is no longer exposed`,
    because: "Shells that are deployed already keep asking for it by this name.",
  };
}
