import { type Diagnostic, render } from "@fedseal/binding";
import { withLines } from "../../json-lines.js";
import { forAnnotation, forCodeScanning } from "../../locations.js";
import { report } from "../../report/report.js";
import type { CheckResult } from "../check.js";
import { codequality } from "./codequality.js";
import { markdown } from "./markdown.js";
import { text } from "./text.js";

/** How a check is printed. */
export interface Printing {
  verbose: boolean;
  /** Errors only; areas and counts are those of all findings. */
  quiet?: boolean;
  /** Renders findings for a terminal; without it, as plain text. */
  block?: (findings: Diagnostic[]) => string;
}

/** Each format of a check. A new one needs its name here and nothing else. */
const RENDERERS = {
  text,
  json: (result) => rendered(result.findings, result, "json"),
  // Annotations and code scanning know files by their place in the repository.
  github: (result) => rendered(withLines(result.findings).map(forAnnotation), result, "github"),
  sarif: (result) => rendered(withLines(result.findings).map(forCodeScanning), result, "sarif"),
  markdown,
  // Needs facts in the result.
  html: (result) => report(result),
  codequality,
} satisfies Record<string, (result: CheckResult, printing: Printing) => string>;

export type CheckFormat = keyof typeof RENDERERS;

export const CHECK_FORMATS = Object.keys(RENDERERS) as CheckFormat[];

/** A check in a format, without a final line feed; empty where the format has nothing to say. */
export function renderCheck(result: CheckResult, format: CheckFormat, printing: Printing): string {
  const renderer: (result: CheckResult, printing: Printing) => string = RENDERERS[format];
  return renderer(result, printing);
}

function rendered(findings: Diagnostic[], { checked, unchecked, notApplicable }: CheckResult, format: string): string {
  return render({ findings, area: "check", base: "", areas: { checked, unchecked, notApplicable } }, format);
}
