import { LEVELS } from "../../../contract/verdict/levels.js";
import type { Finding, Report } from "../../../contract/verdict/located.js";
import { type Digest, digest } from "./summary.js";

const HEADINGS = { major: "Breaks consumers", minor: "Compatible", patch: "Invisible to consumers" };

/** Findings as a comment of a pull request. Many are summed up first. */
export function markdown(report: Report, title: string, outcome: string, verbose: boolean): string {
  const all = digest(report.findings, verbose);
  const lines = [`### ${title}`, "", outcome, "", ...table(all)];
  for (const level of LEVELS) {
    const shown = all.findings.filter((one) => one.level === level);
    if (shown.length === 0) continue;
    const count = report.findings.filter((one) => one.level === level).length;
    lines.push(`<details${level === "major" ? " open" : ""}><summary>${HEADINGS[level]}: ${count}</summary>`, "");
    lines.push("| export | change | what a consumer sees | source | rule |", "|---|---|---|---|---|");
    lines.push(...shown.map(row), "", "</details>", "");
  }
  if (all.rest !== "") lines.push(all.rest, "");
  for (const one of report.undecided) {
    lines.push(`- **not decided**${one.export === "" ? "" : ` \`${cell(one.export)}\``}: ${cell(one.message)}`);
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function table({ summary, others }: Digest): string[] {
  if (summary.length === 0) return [];
  const rows = summary.map((one) => {
    return `| \`${cell(one.export)}\` | ${LEVELS.map((level) => one.counts[level] || "–").join(" | ")} |`;
  });
  const more = others > 0 ? ["", `and ${others} more exports`] : [];
  return ["| export | breaking | compatible | invisible |", "|---|---|---|---|", ...rows, ...more, ""];
}

function row({ export: path, message, because, at, rule }: Finding): string {
  const place = at ? `\`${cell([at.file, at.line].filter((one) => one !== undefined).join(":"))}\`` : "";
  return `| \`${cell(path)}\` | ${cell(message)} | ${cell(because)} | ${place} | \`${rule}\` |`;
}

function cell(words: string): string {
  return words.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll(/\s+/g, " ");
}
