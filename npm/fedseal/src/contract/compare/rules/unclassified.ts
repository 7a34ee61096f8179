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

/** Declarations for global names, or for another package, were added. */
export function augmentationAdded(): Verdict {
  return {
    rule: "contract/export-added",
    level: "minor",
    message: "declarations for global names or for another package were added",
    because: "Nobody used them before.",
  };
}

/** Declarations for global names, or for another package, were removed. */
export function augmentationRemoved(): Verdict {
  return {
    rule: "contract/export-removed",
    level: "major",
    message: "declarations for global names or for another package were removed",
    because: "Code may use them without an import from here.",
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
