import type { CheckFormat } from "./formats.js";

/** By what a file shows that it is an earlier report, which a new one may replace. Each format has to say so here. */
const MARKS: Record<CheckFormat, (text: string) => boolean> = {
  text: (text) => /(?:^|\n)fedseal: [^\n]*\n?$/.test(text),
  json: (text) => {
    const value = jsonOf(text) as { findings?: unknown; checked?: unknown; unchecked?: unknown } | undefined;
    return Array.isArray(value?.findings) && Array.isArray(value.checked) && Array.isArray(value.unchecked);
  },
  github: (text) =>
    text
      .trim()
      .split("\n")
      .every((line) => /^::(?:error|warning|notice)[ :]/.test(line)),
  sarif: (text) => {
    const value = jsonOf(text) as { runs?: { tool?: { driver?: { name?: unknown } } }[] } | undefined;
    return Array.isArray(value?.runs) && value.runs.every((run) => run?.tool?.driver?.name === "fedseal");
  },
  markdown: (text) => text.startsWith("## fedseal check\n"),
  html: (text) => /^<!doctype html>.{0,20000}· fedseal report<\/title>/s.test(text),
  codequality: (text) => {
    const value = jsonOf(text) as { check_name?: unknown; fingerprint?: unknown }[] | undefined;
    return Array.isArray(value) && value.every((one) => isText(one?.check_name) && isText(one?.fingerprint));
  },
};

/** Whether nothing but an earlier report is lost where a report in this format replaces a text. */
export function isReplaceable(text: string, format: CheckFormat): boolean {
  return text.trim() === "" || MARKS[format](text);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
