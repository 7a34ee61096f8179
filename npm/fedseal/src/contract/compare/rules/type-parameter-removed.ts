import type { Verdict } from "../change.js";

/** A type parameter was removed. */
export function typeParameterRemoved(name: string, owner: string): Verdict {
  return {
    rule: "contract/type-parameter-removed",
    level: "major",
    message: `the type parameter ${name} was removed`,
    because: `Code that names it (\`${owner}<…>\`) no longer compiles.`,
  };
}
