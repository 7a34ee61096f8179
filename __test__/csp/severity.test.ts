import { createRequire } from "node:module";
import { readCsp } from "@fedseal/binding";
import { describe, expect, test } from "vitest";

/** A second opinion on severity: Google's `csp_evaluator`. */

const require = createRequire(import.meta.url);
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");
const { Severity, Type } = require("csp_evaluator/dist/finding.js");

interface Finding {
  type: number;
  severity: number;
  directive: string;
  value?: string;
}

const SOURCES = [
  ...[
    "*",
    "https:",
    "http:",
    "data:",
    "blob:",
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'unsafe-hashes'",
    "'wasm-unsafe-eval'",
  ],
  ...[
    "'self'",
    "'none'",
    "https://cdn.example.com",
    "http://cdn.example.com",
    "*.example.com",
    "https://*",
    "'report-sample'",
  ],
  ...["self", "none", "unsafe-inline", "nonce-abcdefgh", "'nonce-abcdefgh'", "'strict-dynamic'", "style-src"],
];
const DIRECTIVES = [
  "script-src",
  "object-src",
  "base-uri",
  "default-src",
  "style-src",
  "img-src",
  "connect-src",
  "font-src",
];
const CONTEXTS = ["", "'self'", "'nonce-abcdefgh'", "'nonce-abcdefgh' 'strict-dynamic'"];

/** What it takes for dangerous in any case, and what it takes for a mistake in the syntax. */
const DANGERS = [Type.SCRIPT_UNSAFE_INLINE, Type.PLAIN_URL_SCHEMES, Type.PLAIN_WILDCARD];
const MAYBE = [Type.SCRIPT_UNSAFE_EVAL, Type.SCRIPT_UNSAFE_HASHES, Type.SRC_HTTP];
const MISTAKES = [Type.INVALID_KEYWORD, Type.MISSING_SEMICOLON];

const policies = DIRECTIVES.flatMap((directive) =>
  SOURCES.flatMap((source) =>
    CONTEXTS.map((context) => ({ directive, source, text: `${directive} ${context} ${source}` })),
  ),
);

function opinions(text: string): { theirs: Finding[]; ours: { rule: string; severity: string; value: string }[] } {
  const theirs: Finding[] = new CspEvaluator(new CspParser(text).csp).evaluate();
  const ours = readCsp({ text }).issues.map(({ rule, severity, start, end }) => ({
    rule,
    severity,
    value: text.slice(start, end),
  }));
  return { theirs, ours };
}

describe.each(policies)("$text", ({ source, text }) => {
  test("is judged alike", () => {
    const { theirs, ours } = opinions(text);
    const about = (types: number[]) => theirs.filter((one) => types.includes(one.type) && one.value === source);
    const levels = ours.filter((one) => one.value === source).map(({ rule, severity }) => `${severity} ${rule}`);
    const isDanger = about(DANGERS).some((one) => one.severity === Severity.HIGH);
    // It does not take a host of only `*` for anywhere.
    const isAnyHost = source === "https://*" && isCode(text) && !(isScript(text) && text.includes("'strict-dynamic'"));
    expect(levels.includes("error csp/dangerous-source")).toBe(isDanger || isAnyHost);
    const maybe = about(MAYBE).filter(({ type }) => type !== Type.SRC_HTTP || isCode(text));
    // Of `default-src`, `'strict-dynamic'` switches it off for scripts, and browsers have no plugins any more.
    const isOff = isScript(text) && text.includes("'strict-dynamic'") && source.startsWith("http:");
    if (maybe.length > 0 && !isDanger && !isOff) expect(levels).toContain("warning csp/dangerous-source");
    if (about(MISTAKES).length > 0) {
      expect(ours.some(({ rule }) => /unquoted-keyword|invalid-source|missing-semicolon/.test(rule))).toBe(true);
    }
  });
});

function isScript(text: string): boolean {
  return /^(script-src|default-src) /.test(text);
}

function isCode(text: string): boolean {
  return /^(script-src|object-src|base-uri|default-src) /.test(text);
}
