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

/** What a mapped type makes of lists and unions, which the compiler does not look at where it compares two mapped types. */
export const OF_LISTS =
  "Only one of them goes over the type parameter itself: of lists it makes lists, of unions unions, and it keeps modifiers.";

/** A mapped type goes over the type itself and did not, or the reverse. */
export function mappingChanged(before: string, after: string): Verdict {
  return { ...typeChanged(before, after), because: OF_LISTS };
}
