import type { Verdict } from "../change.js";

/** An export that was marked as experimental changed or was removed. */
export function experimentalChanged(name: string, removed: boolean): Verdict {
  return {
    rule: "contract/experimental-changed",
    level: "patch",
    message: `the experimental ${name} ${removed ? "was removed" : "changed"}`,
    because: "It was marked as experimental, which this profile exempts.",
  };
}
