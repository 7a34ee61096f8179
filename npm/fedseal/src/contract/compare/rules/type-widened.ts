import type { Level, Verdict } from "../change.js";

/** A type became wider. */
export function typeWidened(before: string, after: string, level: Level): Verdict {
  return {
    rule: "contract/type-widened",
    level,
    message: `${before} became ${after}`,
    because: level === "minor" ? "More is accepted." : `Type '${after}' is not assignable to type '${before}'.`,
  };
}

/** A function that returned something returns nothing. */
export function resultRemoved(before: string, after: string, level: Level): Verdict {
  return {
    rule: "contract/type-widened",
    level,
    message: `it returns ${after} instead of ${before}`,
    because: level === "minor" ? "More is accepted." : `Type '${after}' is not assignable to type '${before}'.`,
  };
}
