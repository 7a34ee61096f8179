import type { Level, Verdict } from "../change.js";

/** The range of a package whose types are part of the surface changed. */
export function externalRangeChanged(message: string, level: Level, because: string): Verdict {
  return { rule: "contract/external-range-changed", level, message, because };
}
