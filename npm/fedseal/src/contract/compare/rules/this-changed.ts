import type { Polarity, Verdict } from "../change.js";

/** A method returns `this` now, or no longer does. */
export function thisChanged(type: string, isThis: boolean, polarity: Polarity): Verdict {
  return {
    rule: "contract/this-changed",
    level: polarity === (isThis ? "output" : "input") ? "minor" : "major",
    message: isThis ? "it returns `this` now" : `it returns ${type} instead of \`this\``,
    because: isThis
      ? polarity === "output"
        ? "Subclasses get their own type."
        : "Subclasses that override it with the class as its result no longer compile."
      : "Calls on a subclass lose the members that only the subclass has.",
  };
}
