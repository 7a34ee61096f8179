import { type Diagnostic, render } from "@fedseal/binding";
import { forAnnotation, forCodeScanning } from "../../locations.js";
import type { CheckResult } from "../check.js";
import { codequality } from "./codequality.js";
import type { CheckFormat } from "./formats.js";
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

/** What only some formats need is loaded for them. */
const RENDERERS: Record<CheckFormat, (result: CheckResult, printing: Printing) => string | Promise<string>> = {
  text,
  json: (result) => rendered(result.findings, result, "json"),
  // Annotations and code scanning know files by their place in the repository.
  github: async (result) => rendered((await placed(result)).map(forAnnotation), result, "github"),
  sarif: async (result) => rendered((await placed(result)).map(forCodeScanning), result, "sarif"),
  markdown,
  // Needs facts in the result.
  html: async (result) => (await import("../../report/report.js")).report(result),
  codequality,
};

/** A check in a format, without a final line feed; empty where the format has nothing to say. */
export async function renderCheck(result: CheckResult, format: CheckFormat, printing: Printing): Promise<string> {
  return RENDERERS[format](result, printing);
}

async function placed({ findings }: CheckResult): Promise<Diagnostic[]> {
  const { withLines } = await import("../../json-lines.js");
  return withLines(findings);
}

function rendered(findings: Diagnostic[], { checked, unchecked, notApplicable }: CheckResult, format: string): string {
  return render({ findings, area: "check", base: "", areas: { checked, unchecked, notApplicable } }, format);
}
