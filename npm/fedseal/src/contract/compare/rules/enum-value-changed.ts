import type { Verdict } from "../change.js";

/** A member of an enum has another value. */
export function enumValueChanged(name: string, before: unknown, after: unknown): Verdict {
  return {
    rule: "contract/enum-value-changed",
    level: "major",
    message: `the value of ${name} changed from ${JSON.stringify(before)} to ${JSON.stringify(after)}`,
    because: "Shells built before and the remote built now mean different values by the same name.",
  };
}
