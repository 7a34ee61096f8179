import type { Verdict } from "../change.js";

/** A module is no longer exposed. */
export function exposeRemoved(expose: string): Verdict {
  return {
    rule: "contract/expose-removed",
    level: "major",
    message: `${expose} is no longer exposed`,
    because: "Every shell that loads it gets an error instead of a module.",
  };
}
