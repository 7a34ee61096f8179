import type { Verdict } from "../change.js";

/** A type became one that fits in neither direction. */
export function typeChanged(before: string, after: string): Verdict {
  return {
    rule: "contract/type-changed",
    level: "major",
    message: before === after ? `the meaning of ${before} changed` : `${before} became ${after}`,
    because:
      before === after
        ? `The old and the new ${before} are not assignable to each other.`
        : `Type '${before}' is not assignable to type '${after}'.`,
  };
}

/** The same type in other words. */
export function typeRewritten(before: string, after: string): Verdict {
  return {
    rule: "contract/type-changed",
    level: "patch",
    message: `${before} is written as ${after} now`,
    because: "Every value of the one is a value of the other.",
  };
}
