import type { Verdict } from "../change.js";

/** A type became `any`, or an `any` became a type. */
export function anyChanged(before: string, after: string, becameAny: boolean): Verdict {
  return {
    rule: "contract/any-changed",
    level: "major",
    message: `${before} became ${after}`,
    because: becameAny
      ? "Values are no longer checked here, so mistakes compile."
      : "Values are checked here now, so code that compiled may not.",
  };
}
