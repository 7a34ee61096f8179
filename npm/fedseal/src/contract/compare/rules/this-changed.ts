import type { Polarity, Verdict } from "../change.js";

/** A method returns `this` now, or no longer does. */
export function thisChanged(type: string, isThis: boolean, polarity: Polarity): Verdict {
  const input = polarity === "input";
  return {
    rule: "contract/this-changed",
    level: isThis === input ? "major" : "minor",
    message: isThis ? "it returns `this` now" : `it returns ${type} instead of \`this\``,
    because: isThis
      ? "Subclasses get their own type."
      : "Calls on a subclass lose the members that only the subclass has.",
  };
}
