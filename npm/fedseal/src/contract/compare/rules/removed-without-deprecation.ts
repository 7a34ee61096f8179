import type { Verdict } from "../change.js";

/** Profile `strict`: an export was removed that had not been deprecated. */
export function removedWithoutDeprecation(name: string): Verdict {
  return {
    rule: "contract/removed-without-deprecation",
    level: "major",
    message: `${name} was removed without being deprecated first`,
    because: "Shells had no release in which both ways worked.",
  };
}
