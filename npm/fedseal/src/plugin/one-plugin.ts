import { isDeepStrictEqual } from "node:util";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { shownOrKind } from "../schema-errors.js";
import type { Compiler } from "./bundler.js";
import type { FedsealPluginOptions } from "./options.js";

/** The options of the compiler's first FedsealPlugin; the same key in every copy of this package. */
const FIRST = Symbol.for("fedseal.options");

/**
 * Whether a FedsealPlugin may work on this compiler: the first one may. A second one has nothing to do, and where its options
 * are others, `conflict` says so: one of the two would be ignored.
 */
export function claimCompiler(
  compiler: Compiler & { [FIRST]?: FedsealPluginOptions },
  options: FedsealPluginOptions,
): { first: boolean; conflict?: Diagnostic } {
  const first = compiler[FIRST];
  if (first === undefined) {
    Object.defineProperty(compiler, FIRST, { value: options });
    return { first: true };
  }
  const conflict = conflictOf(first, options, "FedsealPlugin");
  return { first: false, ...(conflict && { conflict }) };
}

/** What two plugins of one configuration differ in; `name` is what they are called there. */
export function conflictOf(
  first: FedsealPluginOptions,
  second: FedsealPluginOptions,
  name: string,
): Diagnostic | undefined {
  const differences = differencesOf(first, second, "options");
  if (differences.length === 0) return undefined;
  const message = `two ${name}s of this configuration differ: ${differences.join("; ")}`;
  const help = `Keep one ${name} per configuration, with the options that are meant.`;
  return diagnostic("options/invalid", message, undefined, help);
}

/** Whether a FedsealPlugin works on this compiler already. */
export function isClaimed(compiler: Compiler & { [FIRST]?: FedsealPluginOptions }): boolean {
  return compiler[FIRST] !== undefined;
}

/** `options.enforce.mode is "both" and not set`, for every value that is not the same. */
function differencesOf(first: unknown, second: unknown, path: string): string[] {
  if (isDeepStrictEqual(first, second)) return [];
  if (!isRecord(first) || !isRecord(second)) return [`${path} is ${shown(first)} and ${shown(second)}`];
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...keys].sort().flatMap((key) => differencesOf(first[key], second[key], `${path}.${key}`));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? "not set" : shownOrKind(value);
}
