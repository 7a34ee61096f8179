import type { Level, Verdict } from "../change.js";

/** A type became narrower. */
export function typeNarrowed(before: string, after: string, level: Level): Verdict {
  return {
    rule: "contract/type-narrowed",
    level,
    message: `${before} became ${after}`,
    because:
      level === "minor"
        ? "Every value is still one that was promised."
        : `Type '${before}' is not assignable to type '${after}'.`,
  };
}

/** A function that returned nothing returns something. */
export function resultAdded(before: string, after: string, level: Level): Verdict {
  return {
    rule: "contract/type-narrowed",
    level,
    message: `it returns ${after} instead of ${before}`,
    because: level === "minor" ? "Nobody used a result." : `Type '${before}' is not assignable to type '${after}'.`,
  };
}
