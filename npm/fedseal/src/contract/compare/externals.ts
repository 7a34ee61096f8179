import { createRequire } from "node:module";
import type { Change, Level } from "./change.js";
import { externalRangeChanged } from "./rules/external-range-changed.js";
import type { Side } from "./side.js";

/** Packages whose types are part of the surface: consumers have to have them, in a version that fits. */
export function compareExternals(old: Side, now: Side): Change[] {
  const found: Change[] = [];
  const tell = (name: string, level: Level, message: string, because: string) =>
    found.push({ ...externalRangeChanged(message, level, because), export: name, old: null, new: null });
  for (const [name, range] of now.externals) {
    const before = old.externals.get(name);
    if (before === range) continue;
    if (before === undefined) {
      tell(name, "major", `${name} ${range} is needed now`, `Where ${name} is not installed, its types are \`any\`.`);
    } else if (!isRange(before) || !isRange(range)) {
      const because = "Whether one range includes the other cannot be decided.";
      tell(name, "major", `the range of ${name} changed from ${before} to ${range}`, because);
    } else if (includes(range, before)) {
      const message = `the range of ${name} changed from ${before} to ${range}`;
      tell(name, "minor", message, "Every version that was accepted still is.");
    } else {
      const because = `Shells with another version of ${name} mix two versions of its types.`;
      tell(name, "major", `the range of ${name} changed from ${before} to ${range}`, because);
    }
  }
  return found;
}

// Few comparisons have ranges that differ: what judges them is loaded where there are some.
const load = createRequire(import.meta.url);

function isRange(text: string): boolean {
  const valid = load("semver/ranges/valid.js") as typeof import("semver/ranges/valid.js");
  return valid(text) !== null;
}

/** Whether every version that one range takes is taken by another one, too. */
function includes(range: string, other: string): boolean {
  const subset = load("semver/ranges/subset.js") as typeof import("semver/ranges/subset.js");
  return subset(other, range, { includePrerelease: true });
}
