import type { Level, Verdict } from "../change.js";

/** A union gained members. */
export function unionMemberAdded(members: string, union: string, level: Level): Verdict {
  return {
    rule: "contract/union-member-added",
    level,
    message: `${members} was added to the union`,
    because: level === "minor" ? "More is accepted." : `Type '${members}' is not assignable to type '${union}'.`,
  };
}
