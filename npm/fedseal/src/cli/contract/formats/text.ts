import type { Location } from "@fedseal/binding";
import { counted, EFFECT, LEVELS, needsBeside } from "../../../contract/verdict/levels.js";
import type { Finding, Report, Shown } from "../../../contract/verdict/located.js";
import { visibleLines } from "../../output.js";
import { type Digest, digest } from "./summary.js";

/** Findings for people: where to look, old and new below each other. Many are summed up first. */
export function text({ bump, findings }: Report, { early, verbose }: { early: boolean; verbose: boolean }): string {
  const all = digest(findings, verbose);
  const blocks = [
    table(all, findings),
    ...all.findings.map((one) => block(one, needsBeside(one.level, bump, early))),
    all.rest,
  ];
  return blocks
    .filter((one) => one !== "")
    .map(visibleLines)
    .join("\n\n");
}

function table({ summary, others }: Digest, findings: readonly Finding[]): string {
  if (summary.length === 0) return "";
  const head = ["export", ...LEVELS.map((level) => EFFECT[level])];
  const rows = summary.map((one) => [one.export, ...LEVELS.map((level) => String(one.counts[level] || "–"))]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) => row.map((word, column) => word.padEnd(widths[column] ?? 0)).join("  ");
  const more = others > 0 ? [`  and ${others} more exports`] : [];
  return [`${counted(findings)}:`, ...[head, ...rows].map((row) => `  ${line(row).trimEnd()}`), ...more].join("\n");
}

function block(finding: Finding, needed: string): string {
  const { level, rule, export: path, message, old, new: now, at, because } = finding;
  const before = locationIn(old);
  const places = [at && place(at), before && `before: ${place(before)}`].filter((one) => one !== undefined);
  return [
    `${level}[${rule}] ${path}`,
    `  ${message}`,
    ...(places.length > 0 ? [`  at   ${places.join(", ")}`] : []),
    ...changed(old, now),
    `  consumers: ${because}`,
    `  needs: ${needed}`,
  ].join("\n");
}

function changed(old: Shown | null, now: Shown | null): string[] {
  if (old?.text === now?.text) return [];
  return [...(old ? [`    - ${old.text}`] : []), ...(now ? [`    + ${now.text}`] : [])];
}

function place({ file, line, column }: Location): string {
  return [file, line, column].filter((one) => one !== undefined).join(":");
}

/** The place of what is shown, if it is on the disk. */
function locationIn(one: Shown | null): Location | undefined {
  if (!one || one.file === null) return undefined;
  const { file, line, column } = one;
  return { file, ...(line !== null && { line }), ...(column !== null && { column }) };
}
