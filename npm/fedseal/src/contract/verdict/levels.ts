import gte from "semver/functions/gte.js";
import type { Level } from "../compare/change.js";
import type { Comparison } from "../compare/compare.js";
import { increased } from "../versions.js";

/** All levels, the heaviest first. */
export const LEVELS: readonly Level[] = ["major", "minor", "patch"];

/** Versions of a remote before and after, where both are known. */
export interface Versions {
  old: string;
  new: string;
}

/** The lowest version that covers the changes. */
export function requiredVersion({ bump }: Pick<Comparison, "bump">, old: string): string {
  return bump === "none" ? old : increased(old, bump);
}

/** Whether the new version covers the changes. */
export function carries(comparison: Pick<Comparison, "bump">, { old, new: now }: Versions): boolean {
  if (comparison.bump === "none") return gte(now, old);
  return gte(now, requiredVersion(comparison, old)) || stripped(now) === requiredVersion(comparison, old);
}

/** `2.0.0-rc.1` covers what 2.0.0 does. */
function stripped(version: string): string {
  return version.split("-")[0] ?? version;
}

/** Before 1.0.0 a minor version is a major one (SemVer 2.0.0, section 4). */
export function needs(level: Level, early: boolean): string {
  if (!early) return `a ${level} version`;
  return level === "major" ? "a minor version (before 1.0.0 it counts as a major one)" : "a patch version";
}

/** What a finding needs beside the others of its report: a minor version is none beside a change that breaks. */
export function needsBeside(level: Level, bump: Comparison["bump"], early: boolean): string {
  return level !== "major" && bump === "major"
    ? "no version of its own: that of the breaking changes covers it"
    : needs(level, early);
}

/** What each level is to consumers. */
export const EFFECT = { major: "breaking", minor: "compatible", patch: "invisible" } satisfies Record<Level, string>;

/** `2 breaking, 1 compatible change`; without a finding, `types unchanged`. */
export function counted(findings: readonly { level: Level }[]): string {
  const counts = LEVELS.map((level) => ({ level, count: findings.filter((one) => one.level === level).length }));
  const some = counts.filter(({ count }) => count > 0);
  if (some.length === 0) return "types unchanged";
  const words = some.map(({ level, count }) => `${count} ${EFFECT[level]}`).join(", ");
  return `${words} ${some.at(-1)?.count === 1 ? "change" : "changes"}`;
}
