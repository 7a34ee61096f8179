import type { Verdict } from "../change.js";

/** An enum became `const`, or is no longer. */
export function enumForm(isConst: boolean): Verdict {
  return {
    rule: "contract/enum-form",
    level: isConst ? "major" : "minor",
    message: `the enum is ${isConst ? "`const` now" : "no longer `const`"}`,
    because: isConst
      ? "'const' enums can only be used in property or index access expressions."
      : "Its members can be listed now.",
  };
}
