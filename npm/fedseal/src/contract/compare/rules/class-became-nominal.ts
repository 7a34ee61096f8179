import type { Verdict } from "../change.js";

/** A class gained its first private or protected member, or lost the last one. */
export function classBecameNominal(name: string, nominal: boolean, onlyReceived: boolean): Verdict {
  const rule = "contract/class-became-nominal";
  if (!nominal) {
    return {
      rule,
      level: "minor",
      message: `the class ${name} no longer has private or protected members`,
      because: "Objects of the same shape are assignable to it now.",
    };
  }
  return {
    rule,
    level: onlyReceived ? "minor" : "major",
    message: `the class ${name} has private or protected members now`,
    because: onlyReceived
      ? "Only the remote makes values of this class."
      : "Objects of the same shape, such as other implementations and test doubles, are no longer assignable to it.",
  };
}
