import type { Level, Verdict } from "../change.js";

/** A parameter became a rest parameter, or is no longer one. */
export function parameterRest(name: string, isRest: boolean, level: Level): Verdict {
  return {
    rule: "contract/parameter-rest",
    level,
    message: `${name} takes ${isRest ? "any number of arguments" : "one argument"} now`,
    because:
      level === "minor" ? "More arguments are possible." : "Calls with another number of arguments no longer compile.",
  };
}
