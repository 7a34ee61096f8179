import type { Verdict } from "../change.js";

/** A name is exported that was not. */
export function exportAdded(name: string): Verdict {
  return {
    rule: "contract/export-added",
    level: "minor",
    message: `${name} was added`,
    because: "Nobody used it before.",
  };
}

/** `export as namespace` was added. */
export function globalAdded(name: string): Verdict {
  return {
    rule: "contract/export-added",
    level: "minor",
    message: `the global ${name} (\`export as namespace\`) was added`,
    because: "Nobody used it before.",
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
