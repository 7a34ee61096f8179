import type { Verdict } from "../change.js";

/** A member became protected or public. */
export function memberVisibility(name: string, isProtected: boolean): Verdict {
  return {
    rule: "contract/member-visibility",
    level: "major",
    message: `${name} is ${isProtected ? "protected" : "public"} now`,
    because: isProtected
      ? `Property '${name}' is protected and only accessible within the class and its subclasses.`
      : "Subclasses that override it as protected no longer compile.",
  };
}
