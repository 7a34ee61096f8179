import type { Location } from "@fedseal/binding";
import type { Answer } from "../../contract/deploy/matrix.js";
import type { VerdictFormat } from "../formats.js";

/** What was asked, and the answer. */
export interface Asked {
  env: string;
  /** `shop@2.5.0` */
  remote: string;
  /** `shell@3.2.0` */
  shell: string;
  answer: Answer;
  /** Where to look at it. */
  place: Location;
}

/** Answers as a table, with a column for what there is more than one of. */
export function answersTable(
  asked: readonly Asked[],
  several: { remotes: boolean; environments: boolean },
  format: VerdictFormat,
): string {
  const head = [
    ...(several.environments ? ["env"] : []),
    ...(several.remotes ? ["remote"] : []),
    ...["shell", "may", "by", "because"],
  ];
  const rows = asked.flatMap(({ env, remote, shell, answer }) => {
    const key = [...(several.environments ? [env] : []), ...(several.remotes ? [remote] : []), shell];
    const ways = answer.answers ?? [answer];
    const all = ways.map(({ deployable, method, reason }, index) => [
      // In Markdown, rows may be torn apart.
      ...(index === 0 || format === "markdown" ? key : key.map(() => "")),
      deployable === null ? "?" : deployable ? "yes" : "no",
      method,
      reason,
    ]);
    if (answer.disagree !== undefined)
      all.push([...key.map(() => ""), "no", "both", `they disagree: ${answer.disagree}`]);
    return all;
  });
  if (format === "markdown") {
    const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll(/\s+/g, " ");
    return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
  }
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((word, column) => word.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
