import { type Diagnostic, type Rule, rules } from "@fedseal/binding";
import { byArea, type CheckResult } from "../check.js";
import { areaLines, verdictLine } from "./text.js";

/** For the comment of a pull request: a table of areas, then findings by area and rule, folded where there are many. */
export function markdown(result: CheckResult): string {
  const known = new Map(rules().map((rule) => [rule.id, rule]));
  const table = ["| area | result |", "| --- | --- |"].concat(
    areaLines(result).map(
      ({ area, state, reasons }) => `| ${cell(area)} | ${[state, ...reasons].map(cell).join("<br>")} |`,
    ),
  );
  const blocks = [...byArea(result)].flatMap(([area, findings]) => [
    `### ${area}`,
    ...groupsOf(findings).map((group) => block(group, known)),
  ]);
  return ["## fedseal check", table.join("\n"), ...blocks, `**${cell(verdictLine(result))}**`].join("\n\n");
}

/** Findings with the same rule and remedy. */
function groupsOf(findings: readonly Diagnostic[]): Diagnostic[][] {
  const groups = new Map<string, Diagnostic[]>();
  for (const one of findings) {
    const key = `${one.rule}\n${one.help}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** More are folded. */
const MANY = 5;

function block(group: readonly Diagnostic[], known: ReadonlyMap<string, Rule>): string {
  const [first] = group;
  if (!first) return "";
  const items = group.map(({ severity, message, location }) => {
    const place = location ? ` (${[location.file, location.line, location.column].filter(Boolean).join(":")})` : "";
    return `- ${severity}: ${cell(message + place)}`;
  });
  const list = items.join("\n");
  const shown =
    items.length > MANY ? `<details><summary>${items.length} findings</summary>\n\n${list}\n\n</details>` : list;
  const why = known.get(first.rule)?.why ?? "";
  return [`#### \`${first.rule}\``, shown, `**Why.** ${why}\n\n**Fix.** ${cell(first.help)}`].join("\n\n");
}

/** Text as one line of Markdown: names come from files and servers, and must not become markup or mentions. Code stays code. */
function cell(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, " ")
    .replaceAll("|", "\\|")
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]~#](?!\|)/g, "\\$&")
    .replaceAll("@", "@\u200b");
}
