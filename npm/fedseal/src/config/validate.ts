import { type Diagnostic, type Rule, rules } from "@fedseal/binding";
import { type Schema, ValidationError, validate } from "schema-utils";
import { diagnostic } from "../diagnostics.js";
import { didYouMean } from "../near-name.js";
import { holdsPrivateKey, isPrivateJwk } from "../private-keys.js";
import { type Problem, pointerWithoutKeys, problemsOf, shownOrKind, shownPath } from "../schema-errors.js";
import { hasCredentials, INSTEAD, isWebAddress, unusableTarget } from "./addresses.js";
import type { FedsealConfig } from "./config.js";
import { placeInConfig } from "./places.js";
import { unplainProblems } from "./plain.js";
import { schema } from "./schema.js";
import { isDate, isSendable } from "./values.js";

/** Everything in a configuration that is not allowed, at its place. `file` is its path in diagnostics. */
export async function validateConfig(value: unknown, file: string, text: string): Promise<Diagnostic[]> {
  const problems = unplainProblems(value);
  if (problems.length === 0) problems.push(...secretProblems(value));
  if (problems.length === 0) problems.push(...shapeProblems(value));
  if (problems.length === 0) problems.push(...meaningProblems(value as FedsealConfig));
  return Promise.all(
    problems.map(async ({ pointer: whole, message }) => {
      const pointer = pointerWithoutKeys(whole);
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
        found.push(...problemsOf(mismatch, "config", { isSecret }));
        return formatted;
      },
    });
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
  }
  return found;
}

/** Where a value may be a secret: the headers, and whatever a mistyped key above them holds. */
function isSecret(pointer: string, value: unknown): boolean {
  return pointer.startsWith("/http/")
    ? typeof value !== "number"
    : !Array.isArray(value) && typeof value === "object" && holdsText(value);
}

function holdsText(value: unknown): boolean {
  if (typeof value === "string") return value !== "";
  return typeof value === "object" && value !== null && Object.values(value).some(holdsText);
}

/** What no schema can say. */
function meaningProblems(config: FedsealConfig): Problem[] {
  const known = rules();
  const problems: Problem[] = [];
  for (const rule of Object.keys(config.rules ?? {})) {
    const pointer = `/rules/${escaped(rule)}`;
    problems.push(...ruleProblem(rule, known, pointer, shownPath(pointer, "config"), "lowered"));
  }
  for (const [index, { rule, until }] of (config.exceptions ?? []).entries()) {
    const name = `config.exceptions[${index}]`;
    problems.push(...ruleProblem(rule, known, `/exceptions/${index}/rule`, `${name}.rule`, "excepted"));
    if (until !== undefined && !isDate(until)) {
      const message = `${name}.until is ${shownOrKind(until)}; expected a day that exists, as YYYY-MM-DD.`;
      problems.push({ pointer: `/exceptions/${index}/until`, message });
    }
  }
  for (const [index, target] of (config.targets ?? []).entries()) {
    if (typeof target === "string") {
      const wrong = unusableTarget(target);
      if (wrong) problems.push({ pointer: `/targets/${index}`, message: `config.targets[${index}] ${wrong}.` });
    } else if ("url" in target && !isWebAddress(target.url)) {
      const message = `config.targets[${index}].url is ${shownOrKind(target.url)}; expected an http or https URL.`;
      problems.push({ pointer: `/targets/${index}/url`, message });
    }
  }
  for (const [origin, headers] of Object.entries(config.http?.headers ?? {})) {
    const pointer = `/http/headers/${escaped(origin)}`;
    const path = shownPath(pointer, "config");
    if (!isWebAddress(origin) || new URL(origin).origin !== origin) {
      problems.push({ pointer, message: `${path} is not an origin; expected one such as "https://cdn.example.com".` });
    }
    problems.push(...headerProblems(headers, pointer, path));
  }
  return problems;
}

/** Values that may be secrets, and keys that may be one in the wrong place, are not said: logs of pipelines are public. */
function headerProblems(headers: Record<string, string>, pointer: string, path: string): Problem[] {
  return Object.entries(headers).flatMap(([name, value], index) => {
    if (!isSendable(name, "")) {
      const message = `the name of header ${index + 1} of ${path} is not one that HTTP has (RFC 9110, section 5.6.2).`;
      return [{ pointer, message }];
    }
    if (isSendable(name, value)) return [];
    const inner = `${pointer}/${escaped(name)}`;
    const message = `${path}[${shownOrKind(name)}] holds a line end or another character that a header cannot carry.`;
    return [{ pointer: inner, message }];
  });
}

/** Private keys, and passwords in URLs, in whatever key they stand: before anything else is said about their values. */
function secretProblems(value: unknown, pointer = ""): Problem[] {
  if (typeof value === "string") {
    if (holdsPrivateKey(value)) return [privateKey(pointer)];
    if (!hasCredentials(value)) return [];
    return [
      { pointer, message: `${shownPath(pointer, "config")} is a URL with a user name or password in it; ${INSTEAD}.` },
    ];
  }
  if (typeof value !== "object" || value === null) return [];
  if (isPrivateJwk(value)) return [privateKey(pointer)];
  return Object.entries(value).flatMap(([key, one]) =>
    // As a key it would stand in the pointer and in the path.
    holdsPrivateKey(key)
      ? [privateKey(pointer)]
      : hasCredentials(key)
        ? [
            {
              pointer,
              message: `a key of ${shownPath(pointer, "config")} is a URL with a user name or password in it.`,
            },
          ]
        : secretProblems(one, `${pointer}/${escaped(key)}`),
  );
}

/** A configuration is in a repository: whatever the key is meant for, others have it. */
function privateKey(pointer: string): Problem {
  const message = `${shownPath(pointer, "config")} holds a private key. Keys are named by their files; replace this one if others have seen it.`;
  return { pointer, message };
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
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
    return [{ pointer, message: `${path} names ${shownOrKind(rule)}, and there is no such rule. ${hint}` }];
  }
  if (!found.undecided) return [];
  const message = `${path}: this rule means that something was not checked, so it cannot be ${verb}.`;
  return [{ pointer, message }];
}
