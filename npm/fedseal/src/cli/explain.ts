import { explain, rules } from "@fedseal/binding";
import type { ExitCode } from "./main.js";

/** `fedseal explain [rule]` */
export function explainRule(rule: string | undefined): ExitCode {
  if (rule === undefined) {
    const all = rules();
    const width = Math.max(...all.map((one) => one.id.length));
    for (const { id, severity, summary } of all) {
      process.stdout.write(`${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`);
    }
    return 0;
  }
  const text = explain(rule);
  if (text !== null && text !== undefined) {
    process.stdout.write(`${text}\n`);
    return 0;
  }
  const near = rules().filter((one) => one.id.includes(rule) || rule.includes(one.id.split("/")[1] ?? rule));
  const hint =
    near.length > 0 ? `Did you mean ${near.map((one) => one.id).join(", ")}?` : "Run `fedseal explain` for the list.";
  process.stderr.write(`fedseal: there is no rule ${JSON.stringify(rule)}. ${hint}\n`);
  return 2;
}
