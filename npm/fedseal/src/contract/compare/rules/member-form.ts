import type { Level, Verdict } from "../change.js";

/** A method, property or accessor took another of these forms. */
export function memberForm(name: string, before: string, after: string, level: Level, overridden: boolean): Verdict {
  return {
    rule: "contract/member-form",
    level,
    message: `${name} was ${before} and is ${after} now`,
    because: overridden
      ? `Classes that override it as ${before} no longer compile.`
      : level === "major"
        ? "Parameters of properties are checked more strictly than those of methods."
        : "Code that reads it sees no difference.",
  };
}
