import { type Diagnostic, render } from "@fedseal/binding";
import { annotations, undecidedAsDiagnostics } from "../../contract/verdict/annotations.js";
import type { Verdict } from "../../contract/verdict/verdict.js";
import { panic } from "../../diagnostics.js";
import { forAnnotation, forCodeScanning } from "../../locations.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import { print, visibleLines } from "../output.js";
import { hasColours, painted } from "../style.js";
import { json } from "./formats/json.js";
import { markdown } from "./formats/markdown.js";
import { text } from "./formats/text.js";

/** How a verdict is printed. */
export interface Printing {
  format: VerdictFormat;
  /** Whether all of many findings are printed for people. */
  verbose?: boolean;
  /** Whether the command answers with a bump, also when it has none. */
  bumps?: boolean;
}

/** Runs a command, prints what it has to say, and returns the exit code. */
export async function say(printing: Printing, work: () => Promise<Verdict>): Promise<ExitCode> {
  let verdict: Verdict;
  try {
    verdict = await work();
  } catch (thrown) {
    verdict = { diagnostics: [panic(thrown)], outcome: "", title: "fedseal" };
  }
  const { report, place } = verdict;
  const placed = (one: Diagnostic): Diagnostic => (one.location || !place ? one : { ...one, location: place });
  const diagnostics = verdict.diagnostics.map(placed);
  verdict = { ...verdict, diagnostics };
  const undecided = report ? undecidedAsDiagnostics(report).map(placed) : [];
  const failed = exitCode([...undecided, ...diagnostics]);
  const breaks = report?.findings.some((one) => one.level === "major") ? 1 : 0;
  const code = failed === 2 ? 2 : (Math.max(failed, verdict.code ?? breaks) as ExitCode);
  print(`${rendered(printing, verdict, undecided, code)}\n`);
  return code;
}

function rendered(
  { format, verbose = false, bumps = false }: Printing,
  verdict: Verdict,
  undecided: Diagnostic[],
  code: ExitCode,
): string {
  const { report, diagnostics, outcome, title, more, early = false } = verdict;
  const others = [...diagnostics, ...undecided];
  if (format === "json") {
    const reason = code === 2 ? others.find((one) => one.severity === "error" && one.undecided)?.message : undefined;
    const base = bumps ? json(report, reason) : {};
    return JSON.stringify(
      { ...base, ...more, ...(diagnostics.length > 0 && { diagnostics }), exitCode: code },
      null,
      2,
    );
  }
  if (format === "github" || format === "sarif") {
    const all = [...others, ...(report ? annotations(report, early) : [])];
    const findings = all.map(format === "sarif" ? forCodeScanning : forAnnotation);
    const rendering = render({ findings, area: "contract", base: "" }, format);
    if (format === "sarif") return rendering;
    // A line of the log beside the annotations, which may be none.
    return [rendering.trimEnd(), visibleLines(outcome)].filter((one) => one !== "").join("\n");
  }
  const head = others.length > 0 ? render({ findings: others, area: "contract", base: "" }, "text") : "";
  if (format === "markdown") {
    const body = report ? markdown(report, title, outcome, verbose) : `### ${title}\n\n${outcome}\n`;
    return [body.trimEnd(), head === "" ? "" : `\`\`\`\n${head}\n\`\`\``].filter((one) => one !== "").join("\n\n");
  }
  const body = report ? text(report, { early, verbose }) : "";
  const lines = [head, body, visibleLines(outcome)].filter((one) => one !== "").join("\n\n");
  return painted(lines, hasColours(process.stdout));
}
