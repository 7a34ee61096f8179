import type { Verdict } from "../change.js";

/** An enum lost a member. */
export function enumMemberRemoved(name: string, owner: string): Verdict {
  return {
    rule: "contract/enum-member-removed",
    level: "major",
    message: `the member ${name} was removed`,
    because: `Property '${name}' does not exist on type 'typeof ${owner}'.`,
  };
}
