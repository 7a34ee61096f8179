import inc from "semver/functions/inc.js";
import major from "semver/functions/major.js";
import type { Level } from "./compare/change.js";

/** The lowest version that carries a change. Before 1.0.0 a minor version is a major one (SemVer 2.0.0, section 4). */
export function increased(version: string, bump: Level): string {
  const early = major(version) === 0;
  const part = early ? (bump === "major" ? "minor" : "patch") : bump;
  const next = inc(version, part);
  if (next === null) throw new Error(`${version} is not a version`);
  return next;
}
