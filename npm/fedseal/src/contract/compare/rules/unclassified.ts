import type { Verdict } from "../change.js";

/** TypeScript sees a difference that no rule explains. */
export function unclassified(name: string, from: string, to: string): Verdict {
  return {
    rule: "contract/unclassified",
    level: "major",
    message: `the type of ${name} changed, and no rule of fedseal explains how`,
    because: `TypeScript does not accept the ${from} ${name} where the ${to} one is expected. A change that is not understood counts as breaking.`,
  };
}

/** Declarations for global names, or for another package, changed. */
export function augmentationChanged(): Verdict {
  return {
    rule: "contract/unclassified",
    level: "major",
    message: "the declarations for global names or for another package changed",
    because: "They change types that consumers did not import from here.",
  };
}
