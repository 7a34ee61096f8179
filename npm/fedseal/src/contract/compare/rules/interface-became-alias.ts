import type { Verdict } from "../change.js";

/** An exported interface became a type alias. */
export function interfaceBecameAlias(name: string): Verdict {
  return {
    rule: "contract/interface-became-alias",
    level: "major",
    message: `the interface ${name} is a type alias now`,
    because: `Code that extends it by declaring it again no longer compiles: duplicate identifier '${name}'.`,
  };
}
