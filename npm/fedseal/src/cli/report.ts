import type { CheckResult } from "../check/check.js";
import { verdictLine } from "../check/formats/text.js";
import { panic, textOf } from "../diagnostics.js";
import { report } from "../report/report.js";
import { checked, stopped } from "./check.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Moment } from "./options.js";
import { print, visible, visibleLines, withProgress } from "./output.js";
import { writeReport } from "./report-files.js";

interface Options {
  base?: string;
  config?: string;
  out: string;
  now?: Moment;
}

/** `fedseal report [targets...]` */
export async function runReport(given: readonly string[], options: Options): Promise<ExitCode> {
  const outputs = options.out === "-" ? [] : [{ format: "html" as const, file: options.out }];
  let result: CheckResult;
  try {
    result = await withProgress(() => checked(given, { ...options, wantsFacts: true, outputs }), "checking");
  } catch (thrown) {
    result = stopped([panic(thrown)]);
  }
  const code = result.unchecked.length > 0 ? 2 : exitCode(result.findings);
  if (result.isRefused) {
    for (const one of result.findings) process.stderr.write(`${visibleLines(textOf(one))}\n`);
    return 2;
  }
  const page = report(result);
  if (options.out === "-") {
    print(`${page}\n`);
    return code;
  }
  const failed = writeReport(options.out, page);
  if (failed) {
    process.stderr.write(`${visibleLines(textOf(failed))}\n`);
    return 2;
  }
  const reasons = result.unchecked.map(({ area, reason }) => `  ${visible(`${area} was not checked: ${reason}`)}\n`);
  print(`${visible(verdictLine(result))}\n${reasons.join("")}fedseal: wrote ${visible(options.out)}\n`);
  return code;
}
