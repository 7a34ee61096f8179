import { type Diagnostic, render } from "@fedseal/binding";
import type { Comparison } from "../../contract/compare/compare.js";
import { panic } from "../../diagnostics.js";
import type { ExitCode } from "../main.js";
import { exitCode, print, visibleLines } from "../output.js";
import { diagnosticsOf, json, markdown, text, undecidedOf, type VerdictFormat } from "./verdict.js";

/** What a command about contracts has to say. */
export interface Verdict {
  /** Undefined when there was nothing to compare with. */
  comparison?: Comparison | undefined;
  /** What else was found: about the inputs, or beside the comparison. */
  diagnostics: Diagnostic[];
  /** The last line: what it comes to. */
  outcome: string;
  /** Title of a pull request's comment. */
  title: string;
  /** More for machines, beside `bump` and `findings`. */
  more?: object;
  /** Whether versions below 1.0.0 are compared. */
  early?: boolean;
  /** Exit code where there is no error: by the comparison, unless the command decides otherwise. */
  code?: ExitCode;
}

/** Runs a command, prints what it has to say, and returns the exit code. */
export async function say(format: VerdictFormat, work: () => Promise<Verdict>): Promise<ExitCode> {
  let verdict: Verdict;
  try {
    verdict = await work();
  } catch (thrown) {
    verdict = { diagnostics: [panic(thrown)], outcome: "", title: "fedseal" };
  }
  const { comparison, diagnostics, outcome, early = false } = verdict;
  const undecided = comparison ? undecidedOf(comparison.undecided) : [];
  const failed = exitCode([...diagnostics, ...undecided]);
  const breaks = comparison?.findings.some((one) => one.level === "major") ? 1 : 0;
  const code = failed === 2 ? 2 : (Math.max(failed, verdict.code ?? breaks) as ExitCode);
  print(`${rendered()}\n`);
  return code;

  function rendered(): string {
    if (format === "json") {
      const base = comparison ? json(comparison) : {};
      const found = diagnostics.length > 0 ? { diagnostics } : {};
      return JSON.stringify({ ...base, ...verdict.more, ...found, exitCode: code }, null, 2);
    }
    if (format === "github" || format === "sarif") {
      const all = [...diagnostics, ...(comparison ? diagnosticsOf(comparison) : [])];
      return render({ findings: all, area: "contract", base: "" }, format);
    }
    const head = [...diagnostics, ...undecided];
    const first = head.length > 0 ? render({ findings: head, area: "contract", base: "" }, "text") : "";
    if (format === "markdown") {
      const body = comparison ? markdown(comparison, verdict.title, outcome) : `### ${verdict.title}\n\n${outcome}\n`;
      return [body.trimEnd(), first === "" ? "" : `\`\`\`\n${first}\n\`\`\``].filter((one) => one !== "").join("\n\n");
    }
    const body = comparison ? text(comparison, early) : "";
    return [first, visibleLines(body), visibleLines(outcome)].filter((one) => one !== "").join("\n\n");
  }
}
