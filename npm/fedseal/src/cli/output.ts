import { type Diagnostic, Progress, render } from "@fedseal/binding";
import yoctoSpinner from "yocto-spinner";
import { panic } from "../diagnostics.js";
import { fromFolder, inRepository } from "../locations.js";
import type { ExitCode } from "./main.js";

/** How a command reports. */
export type Format = "text" | "json" | "github" | "sarif";

/** What a command found, and the line that ends it in text when there is no error. */
export interface Outcome {
  diagnostics: Diagnostic[];
  summary: string;
}

/** Runs a command's work with progress on a terminal, prints its outcome, and returns the exit code. */
export async function report(
  { area, dir, format }: { area: string; dir: string; format: Format },
  work: (progress: Progress) => Promise<Outcome>,
): Promise<ExitCode> {
  let outcome: Outcome;
  try {
    outcome = await withProgress(work);
  } catch (thrown) {
    outcome = { diagnostics: [panic(thrown)], summary: "" };
  }
  const { diagnostics, summary } = outcome;
  const code = exitCode(diagnostics);
  // Annotations and code scanning know files by their place in the repository.
  const inRepo = format === "github" || format === "sarif";
  const findings = inRepo ? diagnostics.map((one) => inRepository(fromFolder(one, dir))) : diagnostics;
  const text = render({ findings, area, base: "" }, format);
  const parts = [text, format === "text" ? (code === 0 ? visibleLines(summary) : verdict(diagnostics)) : ""];
  const printed = parts.filter((part) => part !== "").join("\n\n");
  if (printed !== "") print(`${printed}\n`);
  return code;
}

/** A reader that has seen enough (`| head`) closes the pipe; the exit code still says how it went. */
export function print(text: string): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  process.stdout.write(text);
}

/** Names of folders and manifests are the user's or the producer's: they must not steer a terminal. */
export function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`,
  );
}

/** The same for a text of several lines. */
export function visibleLines(block: string): string {
  return block.split("\n").map(visible).join("\n");
}

export function exitCode(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter((one) => one.severity === "error");
  if (errors.some((one) => one.undecided)) return 2;
  return errors.length > 0 ? 1 : 0;
}

function verdict(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  const plural = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const warnings = count("warning");
  return `fedseal: ${plural(count("error"), "error")}${warnings > 0 ? `, ${plural(warnings, "warning")}` : ""}`;
}

/** Work that is quicker than this shows no progress. */
const QUIET_MS = 300;

async function withProgress(work: (progress: Progress) => Promise<Outcome>): Promise<Outcome> {
  const progress = new Progress();
  if (!process.stderr.isTTY) return work(progress);
  const spinner = yoctoSpinner({ text: "hashing", stream: process.stderr });
  const start = performance.now();
  const timer = setInterval(() => {
    if (performance.now() - start < QUIET_MS) return;
    const percent = progress.total > 0 ? ` ${Math.floor((100 * progress.done) / progress.total)} %` : "";
    spinner.text = `hashing${percent}`;
    if (!spinner.isSpinning) spinner.start();
  }, 100);
  try {
    return await work(progress);
  } finally {
    clearInterval(timer);
    if (spinner.isSpinning) spinner.stop();
  }
}
