import type { Diagnostic } from "@fedseal/binding";
import type { CheckContext } from "../check/area.js";
import { AREAS } from "../check/areas.js";
import { type Base, baseOf } from "../check/base.js";
import { type CheckResult, check } from "../check/check.js";
import type { CheckFormat } from "../check/formats/formats.js";
import { renderCheck } from "../check/formats/render.js";
import { targetsOf } from "../check/targets.js";
import { unusableTarget } from "../config/addresses.js";
import { loadConfig } from "../config/load.js";
import { diagnostic, panic } from "../diagnostics.js";
import { httpClient } from "../http/client.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { type Moment, thisMoment } from "./options.js";
import { findingsAsText, print, withProgress } from "./output.js";
import { clashes, type Output, writeReport } from "./report-files.js";
import { hasColours, painted } from "./style.js";

interface Options {
  base?: string;
  config?: string;
  format: CheckFormat;
  output: Output[];
  verbose: boolean;
  quiet: boolean;
  now?: Moment;
}

/** `fedseal check [targets...]` */
export async function runCheck(given: readonly string[], options: Options): Promise<ExitCode> {
  let result: CheckResult;
  try {
    const formats = [options.format, ...options.output.map(({ format }) => format)];
    const wantsFacts = formats.includes("html");
    const checking = { ...options, wantsFacts, outputs: options.output };
    result = await withProgress(() => checked(given, checking), "checking");
  } catch (thrown) {
    result = stopped([panic(thrown)]);
  }
  const unwritten = result.isRefused ? [] : await writeOutputs(result, options);
  const found = [...result.findings, ...unwritten];
  const failed = exitCode(found);
  // What was not checked did not pass, whatever was found elsewhere.
  const code = result.unchecked.length > 0 ? 2 : failed;
  await printResult({ ...result, findings: found }, code, options);
  return code;
}

/** Runs every area over the targets; what keeps it from starting is a finding. */
export async function checked(
  given: readonly string[],
  options: { config?: string; base?: string; now?: Moment; wantsFacts: boolean; outputs: readonly Output[] },
): Promise<CheckResult> {
  const wrong = given.flatMap((one) => unusableTarget(one) ?? []).map((why) => refusal(`a target ${why}`));
  if (wrong.length > 0) return refused(wrong);
  const cwd = process.cwd();
  const { loaded, diagnostics } = await loadConfig(cwd, options.config);
  if (!loaded) return stopped(diagnostics);
  const { config, folder } = loaded;
  const targets = targetsOf(loaded, given, cwd);
  const clashing = clashes(options.outputs, { config: loaded.path, targets });
  if (clashing.length > 0) return refused(clashing);
  const { headers, ...limits } = config.http ?? {};
  const http = httpClient(limits, headers);
  const base = await baseFor(options.base ?? config.base, { cwd, http, lastRelease: config.lastRelease });
  if (base && "rule" in base) return stopped([base]);
  const { wantsFacts } = options;
  const { today, unix: unixTime } = options.now ?? thisMoment();
  const where = { cwd, config, configFolder: folder, targets, http, unixTime };
  const context: CheckContext = { ...where, wantsFacts, ...(base && { base }) };
  return check(AREAS, context, loaded, today);
}

async function baseFor(
  given: string | undefined,
  where: Parameters<typeof baseOf>[1],
): Promise<Base | Diagnostic | undefined> {
  return given === undefined ? undefined : baseOf(given, where);
}

function refusal(message: string): Diagnostic {
  const help = "Name an output folder, or the URL of a manifest.";
  return diagnostic("options/invalid", message, undefined, help);
}

/** A call that is wrong: nothing runs, and nothing is written. */
function refused(findings: Diagnostic[]): CheckResult {
  return { ...stopped(findings), isRefused: true };
}

/** Nothing was checked. */
export function stopped(findings: Diagnostic[]): CheckResult {
  const unchecked = findings.map(({ message, rule }) => ({ area: rule.split("/")[0] ?? "", reason: message }));
  return { findings, checked: [], unchecked, notApplicable: [], excepted: 0 };
}

async function printResult(result: CheckResult, code: ExitCode, { format, verbose, quiet }: Options): Promise<void> {
  if (format !== "text") {
    const text = await renderCheck(result, format, { verbose });
    if (text !== "") print(`${text}\n`);
    return;
  }
  if (quiet && code === 0) return;
  const block = (findings: Diagnostic[]) => findingsAsText(findings, "check", { verbose });
  const text = await renderCheck(result, "text", { verbose, quiet, block });
  print(`${painted(text, hasColours(process.stdout))}\n`);
}

/** Every report in a file, replaced at once. */
async function writeOutputs(result: CheckResult, { output, verbose }: Options): Promise<Diagnostic[]> {
  const unwritten: Diagnostic[] = [];
  for (const { format, file } of output) {
    const failed = writeReport(file, await renderCheck(result, format, { verbose }));
    if (failed) unwritten.push(failed);
  }
  return unwritten;
}
