import type { Polarity, Verdict } from "../change.js";

/** An enum gained a member. */
export function enumMemberAdded(name: string, polarity: Polarity): Verdict {
  const input = polarity === "input";
  return {
    rule: "contract/enum-member-added",
    level: input ? "minor" : "major",
    message: `the member ${name} was added`,
    because: input
      ? "Only consumers give values of this enum."
      : "Code that handles every member does not handle this one.",
  };
}
