import type { Level, Verdict } from "../change.js";

/** A union lost members. */
export function unionMemberRemoved(members: string, union: string, level: Level): Verdict {
  return {
    rule: "contract/union-member-removed",
    level,
    message: `${members} was removed from the union`,
    because:
      level === "minor"
        ? "Every value is still one that was promised."
        : `Type '${members}' is not assignable to type '${union}'.`,
  };
}
