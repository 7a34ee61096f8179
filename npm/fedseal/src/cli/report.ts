import { type Command, Option } from "commander";
import type { CheckResult } from "../check/check.js";
import { verdictLine } from "../check/formats/text.js";
import { panic, textOf } from "../diagnostics.js";
import { report } from "../report/report.js";
import { checked, stopped } from "./check.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { configuration, type Done, type Moment, moment, notEmpty } from "./options.js";
import { print, visible, visibleLines, withProgress } from "./output.js";
import { writeReport } from "./report-files.js";

export function register(program: Command, done: Done): void {
  program
    .command("report")
    .description("run every rule that applies and write a page that shows what was found and what was looked at")
    .argument("[targets...]", "output folders, and URLs of manifests (default: those of the configuration, else dist)")
    .addOption(new Option("--base <base>", "the release before: a git ref, a folder, a URL, or last"))
    .addOption(configuration())
    .addOption(
      new Option("-o, --out <file>", "file to write; - is standard output")
        .default("fedseal-report.html")
        .argParser(notEmpty),
    )
    .addOption(moment())
    .addHelpText(
      "after",
      `
The page needs no network. The exit code is that of \`fedseal check\`.

Examples:
  fedseal report
  fedseal report dist --base https://cdn.example.com/shop/mf-manifest.json
  fedseal report dist --base ../last-release/dist --out report.html`,
    )
    .action(async (targets: string[], options) => done(await runReport(targets, options)));
}

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
