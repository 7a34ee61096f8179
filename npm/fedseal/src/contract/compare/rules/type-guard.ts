import type { Level, Verdict } from "../change.js";

/** A function proves something else about its argument. */
export function typeGuard(message: string, level: Level): Verdict {
  return {
    rule: "contract/type-guard",
    level,
    message,
    because: level === "minor" ? "Code may rely on it." : "Code that relies on the proof may no longer compile.",
  };
}

/** A function has to prove something that it did not. */
export function typeGuardRequired(): Verdict {
  return {
    rule: "contract/type-guard",
    level: "major",
    message: "it has to be a type guard now",
    because: "A function that only returns a boolean no longer fits.",
  };
}
