import type { Level, Verdict } from "../change.js";

/** A function gained an overload. */
export function overloadAdded(signature: string, beforeAnother: boolean, level: Level): Verdict {
  return {
    rule: "contract/overload-added",
    level,
    message: `the overload ${signature} was added${beforeAnother ? " before another one" : ""}`,
    because:
      level === "minor"
        ? "Existing calls mean the same as before."
        : beforeAnother
          ? "TypeScript takes the first overload that fits, so the same call may mean another one now."
          : "Implementations do not have it.",
  };
}
