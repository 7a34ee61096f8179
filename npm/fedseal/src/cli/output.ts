import { type Diagnostic, Progress, render } from "@fedseal/binding";
import { counted, LIMIT } from "../check/formats/counted.js";
import { panic } from "../diagnostics.js";
import { forAnnotation, forCodeScanning, fromFolder, isServed } from "../locations.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Format } from "./formats.js";
import { hasColours, painted, widthOf } from "./style.js";

/** How a command prints. */
export interface Printing {
  format: Format;
  /** All findings of a rule. */
  verbose?: boolean;
  /** Errors only, and nothing where there are none. */
  quiet?: boolean;
}

/** What a command found, and the line that ends it in text when there is no error. */
export interface Outcome {
  diagnostics: Diagnostic[];
  summary: string;
}

/** How far work has come. */
export interface Counter {
  done: number;
  total: number;
}

/** Runs a command's work with progress on a terminal, prints its outcome, and returns the exit code. */
export async function report(
  { area, dir, counter, ...printing }: { area: string; dir: string; counter?: Counter } & Printing,
  work: (progress: Progress) => Promise<Outcome>,
): Promise<ExitCode> {
  let outcome: Outcome;
  try {
    outcome = await withProgress(work, counter ? "fetching" : "hashing", counter);
  } catch (thrown) {
    outcome = { diagnostics: [panic(thrown)], summary: "" };
  }
  const { diagnostics, summary } = outcome;
  const code = exitCode(diagnostics);
  const { format, quiet = false } = printing;
  if (format !== "text") {
    // Annotations and code scanning know files by their place in the repository.
    const placed = diagnostics.map((one) => (isServed(one) ? one : fromFolder(one, dir)));
    const findings = format === "json" ? diagnostics : await annotated(placed, format);
    const text = render({ findings, area, base: "" }, format);
    if (text !== "") print(`${text}\n`);
    return code;
  }
  const findings = quiet ? diagnostics.filter((one) => one.severity === "error") : diagnostics;
  const end = code === 0 ? (quiet ? "" : visibleLines(summary)) : `fedseal: ${counted(diagnostics)}`;
  const parts = [findings.length > 0 ? findingsAsText(findings, area, printing) : "", end].filter(
    (part) => part !== "",
  );
  if (parts.length > 0) print(`${parts.join("\n\n")}\n`);
  return code;
}

async function annotated(placed: Diagnostic[], format: Format): Promise<Diagnostic[]> {
  const { withLines } = await import("../json-lines.js");
  return withLines(placed).map(format === "sarif" ? forCodeScanning : forAnnotation);
}

/** Findings for people: in two columns and colours on a terminal, plain elsewhere. */
export function findingsAsText(
  findings: Diagnostic[],
  area: string,
  { verbose = false }: { verbose?: boolean },
): string {
  const width = widthOf(process.stdout);
  const layout = { ...(!verbose && { limit: LIMIT }), ...(width !== undefined && { width }) };
  return painted(render({ findings, area, base: "", ...layout }, "text"), hasColours(process.stdout));
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

/** Work that is quicker than this shows no progress. */
const QUIET_MS = 300;

/** Shows how far work has come, on a terminal only; elsewhere nothing is written. */
export async function withProgress<T>(
  work: (progress: Progress) => Promise<T>,
  word: string,
  counter?: Counter,
): Promise<T> {
  const progress = new Progress();
  // As the spinner decides it: in a pipeline it would write a line for each step, which nobody clears.
  const { CI, TERM } = process.env;
  if (!process.stderr.isTTY || CI !== undefined || TERM === "dumb") return work(progress);
  const { default: yoctoSpinner } = await import("yocto-spinner");
  const spinner = yoctoSpinner({ text: word, stream: process.stderr });
  const start = performance.now();
  const timer = setInterval(() => {
    if (performance.now() - start < QUIET_MS) return;
    const { done, total } = counter ?? progress;
    const percent = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : "";
    spinner.text = `${word}${percent}`;
    if (!spinner.isSpinning) spinner.start();
  }, 100);
  try {
    return await work(progress);
  } finally {
    clearInterval(timer);
    if (spinner.isSpinning) spinner.stop();
  }
}
