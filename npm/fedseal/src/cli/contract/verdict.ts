import type { Diagnostic } from "@fedseal/binding";
import semver from "semver";
import type { Change, Level, Place } from "../../contract/compare/change.js";
import type { Comparison } from "../../contract/compare/compare.js";
import { increased } from "../../contract/package/generate.js";
import { diagnostic } from "../../diagnostics.js";

/** How verdicts about contracts are printed. */
export type VerdictFormat = "text" | "json" | "github" | "sarif" | "markdown";

/** Versions of a remote before and after, where both are known. */
export interface Versions {
  old: string;
  new: string;
}

/** The lowest version that carries what changed. */
export function requiredVersion(comparison: Comparison, old: string): string {
  return comparison.bump === "none" ? old : increased(old, comparison.bump);
}

/** Whether the new version carries what changed. */
export function carries(comparison: Comparison, { old, new: now }: Versions): boolean {
  if (comparison.bump === "none") return semver.gte(now, old);
  return semver.gte(now, requiredVersion(comparison, old)) || stripped(now) === requiredVersion(comparison, old);
}

/** `2.0.0-rc.1` carries what 2.0.0 does. */
function stripped(version: string): string {
  return version.split("-")[0] ?? version;
}

const LEVELS: readonly Level[] = ["major", "minor", "patch"];

/** Findings, the heaviest first. */
export function sorted({ findings }: Comparison): Change[] {
  return LEVELS.flatMap((level) => findings.filter((one) => one.level === level));
}

/** What machines read. */
export function json({ bump, findings, undecided }: Comparison): object {
  return {
    bump,
    findings: findings.map(({ rule, export: path, level, message, old, new: now, because }) => {
      return { rule, export: path, level, message, old, new: now, because };
    }),
    ...(undecided.length > 0 && { undecided }),
  };
}

/** Findings as people read them: old and new below each other. */
export function text(comparison: Comparison, early: boolean): string {
  const blocks = sorted(comparison).map((one) => {
    const lines = [`${one.level}[${one.rule}] ${one.export}`, `  ${one.message}`];
    const [old, now] = [placeText(one.old), placeText(one.new)];
    if (old !== now || one.old?.text !== one.new?.text) {
      if (one.old) lines.push(`    - ${old}  ${one.old.text}`);
      if (one.new) lines.push(`    + ${now}  ${one.new.text}`);
    }
    lines.push(`  consumers: ${one.because}`);
    lines.push(`  needs: ${needs(one.level, early)}`);
    return lines.join("\n");
  });
  return blocks.join("\n\n");
}

/** Before 1.0.0 a minor version is a major one (SemVer 2.0.0, section 4). */
export function needs(level: Level, early: boolean): string {
  if (!early) return `a ${level} version`;
  return level === "major" ? "a minor version (before 1.0.0 it counts as a major one)" : "a patch version";
}

function placeText(place: Place | null): string {
  return place ? `${place.file}:${place.line}:${place.column}` : "";
}

/** Findings as a comment of a pull request. */
export function markdown(comparison: Comparison, title: string, outcome: string): string {
  const { findings, undecided } = comparison;
  const lines = [`### ${title}`, "", outcome, ""];
  for (const level of LEVELS) {
    const some = findings.filter((one) => one.level === level);
    if (some.length === 0) continue;
    const heading = level === "major" ? "Breaks consumers" : level === "minor" ? "Compatible" : "Not visible";
    lines.push(`<details${level === "major" ? " open" : ""}><summary>${heading}: ${some.length}</summary>`, "");
    lines.push("| where | what | what a consumer sees | rule |", "|---|---|---|---|");
    for (const one of some) {
      lines.push(`| \`${cell(one.export)}\` | ${cell(one.message)} | ${cell(one.because)} | \`${one.rule}\` |`);
    }
    lines.push("", "</details>", "");
  }
  for (const one of undecided) lines.push(`- **not decided** \`${cell(one.export)}\`: ${cell(one.message)}`);
  return `${lines.join("\n").trimEnd()}\n`;
}

function cell(words: string): string {
  return words.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll(/\s+/g, " ");
}

/** What breaks, and what could not be decided, for the formats that know errors only. */
export function diagnosticsOf({ findings, undecided }: Comparison): Diagnostic[] {
  const location = (place: Place | null) =>
    place ? { file: place.file, line: place.line, column: place.column } : undefined;
  const breaks = findings.filter((one) => one.level === "major");
  return [
    ...undecidedOf(undecided),
    ...breaks.map((one) => {
      const message = `${one.export}: ${one.message}. ${one.because}`;
      return { ...diagnostic(one.rule, message, location(one.new ?? one.old)), severity: "error" as const };
    }),
  ];
}

/** Why there is no verdict. */
export function undecidedOf(undecided: Comparison["undecided"]): Diagnostic[] {
  return undecided.map(({ rule, export: path, message, at }) => {
    const where = at ? { file: at.file, line: at.line, column: at.column } : undefined;
    return diagnostic(rule, path === "" ? message : `${path}: ${message}`, where);
  });
}

/** `2 breaking, 1 compatible`. */
export function counted({ findings }: Comparison): string {
  const count = (level: Level) => findings.filter((one) => one.level === level).length;
  const parts = [
    count("major") > 0 && `${count("major")} breaking`,
    count("minor") > 0 && `${count("minor")} compatible`,
    count("patch") > 0 && `${count("patch")} invisible`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "no change of the surface";
}
