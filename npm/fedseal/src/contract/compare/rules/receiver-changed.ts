import type { Level, Verdict } from "../change.js";

/** A function has to be called on something now, or no longer has to. */
export function receiverChanged(receiver: string | undefined, level: Level): Verdict {
  if (receiver === undefined) {
    return {
      rule: "contract/receiver-changed",
      level,
      message: "it no longer declares what `this` is",
      because:
        level === "minor" ? "Existing calls still compile." : "A function that uses `this` is no longer assignable.",
    };
  }
  return {
    rule: "contract/receiver-changed",
    level,
    message: `\`this\` has to be ${receiver} now`,
    because:
      level === "minor"
        ? "Existing calls still compile."
        : `The 'this' context is not assignable to 'this' of type '${receiver}'.`,
  };
}
