import type { Verdict } from "../change.js";

/** A name is no longer exported. */
export function exportRemoved(name: string, lookalike: string | undefined): Verdict {
  return {
    rule: "contract/export-removed",
    level: "major",
    message: `${name} is no longer exported${lookalike === undefined ? "" : `; ${lookalike} looks like it`}`,
    because: `Module has no exported member '${name}'.`,
  };
}

/** `export as namespace` was removed. */
export function globalRemoved(name: string): Verdict {
  return {
    rule: "contract/export-removed",
    level: "major",
    message: `the global ${name} (\`export as namespace\`) was removed`,
    because: `Scripts that use it find no name '${name}'.`,
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
