import { type Diagnostic, type Rule, rules } from "@fedseal/binding";
import { type Schema, ValidationError, validate } from "schema-utils";
import { diagnostic } from "../diagnostics.js";
import { didYouMean } from "../near-name.js";
import { type Problem, problemsOf, shown } from "../schema-errors.js";
import type { FedsealConfig } from "./config.js";
import { placeInConfig } from "./places.js";
import { schema } from "./schema.js";

/** Everything in a configuration that is not allowed, at its place. `file` is its path in diagnostics. */
export async function validateConfig(value: unknown, file: string, text: string): Promise<Diagnostic[]> {
  const problems = shapeProblems(value);
  if (problems.length === 0) problems.push(...meaningProblems(value as FedsealConfig));
  return Promise.all(
    problems.map(async ({ pointer, message }) => {
      const place = await placeInConfig(file, text, pointer);
      return diagnostic("config/invalid", message, pointer === "" ? place : { ...place, pointer });
    }),
  );
}

function shapeProblems(value: unknown): Problem[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const kind = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
    return [{ pointer: "", message: `the configuration is ${kind}; expected an object.` }];
  }
  const found: Problem[] = [];
  try {
    // schema-utils types its schema as a mutable JSON Schema; ours is a constant.
    validate(schema as unknown as Schema, value, {
      name: "fedseal",
      baseDataPath: "config",
      postFormatter: (formatted, mismatch) => {
        found.push(...problemsOf(mismatch, "config"));
        return formatted;
      },
    });
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
  }
  return found;
}

/** What no schema can say. */
function meaningProblems(config: FedsealConfig): Problem[] {
  const known = rules();
  const problems: Problem[] = [];
  for (const rule of Object.keys(config.rules ?? {})) {
    const pointer = `/rules/${rule.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    problems.push(...ruleProblem(rule, known, pointer, `config.rules[${JSON.stringify(rule)}]`, "lowered"));
  }
  for (const [index, { rule, until }] of (config.exceptions ?? []).entries()) {
    const name = `config.exceptions[${index}]`;
    problems.push(...ruleProblem(rule, known, `/exceptions/${index}/rule`, `${name}.rule`, "excepted"));
    if (until !== undefined && !isDate(until)) {
      const message = `${name}.until is ${shown(until)}; expected a day that exists, as YYYY-MM-DD.`;
      problems.push({ pointer: `/exceptions/${index}/until`, message });
    }
  }
  for (const [index, target] of (config.targets ?? []).entries()) {
    if (typeof target === "string" || !("url" in target) || isWebAddress(target.url)) continue;
    const message = `config.targets[${index}].url is ${shown(target.url)}; expected an http or https URL.`;
    problems.push({ pointer: `/targets/${index}/url`, message });
  }
  for (const origin of Object.keys(config.http?.headers ?? {})) {
    if (isWebAddress(origin) && new URL(origin).origin === origin) continue;
    const path = `config.http.headers[${JSON.stringify(origin)}]`;
    const pointer = `/http/headers/${origin.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    problems.push({ pointer, message: `${path} is not an origin; expected one such as "https://cdn.example.com".` });
  }
  return problems;
}

function ruleProblem(
  rule: string,
  known: readonly Rule[],
  pointer: string,
  path: string,
  verb: "lowered" | "excepted",
): Problem[] {
  const found = known.find((one) => one.id === rule);
  if (!found) {
    const hint =
      didYouMean(
        rule,
        known.map((one) => one.id),
      ) ?? "`fedseal explain` lists all rules.";
    return [{ pointer, message: `${path} names ${shown(rule)}, and there is no such rule. ${hint}` }];
  }
  if (!found.undecided) return [];
  const message = `${path}: ${rule} means that something was not checked, so it cannot be ${verb}.`;
  return [{ pointer, message }];
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD (ISO 8601). */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text is a URL of http or https. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
