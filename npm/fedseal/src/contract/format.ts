import { readFileSync } from "node:fs";
import type { Diagnostic, Location } from "@fedseal/binding";
import { type Schema, ValidationError, validate } from "schema-utils";
import { diagnostic } from "../diagnostics.js";
import { placeInJson } from "../json-places.js";
import { relativeTo } from "../locations.js";
import { type Problem, problemsOf } from "../schema-errors.js";

/** Files that fedseal writes and reads again: JSON with the version of its format. */

/** Why a text is no such file that this fedseal can read. */
export class UnreadableContract extends Error {
  /** What to do. */
  readonly help: string;
  /** Which file, relative to the current folder, where it is another one than people named. */
  file: string | undefined;
  /** Where in the file. */
  readonly place: Pick<Location, "line" | "column">;

  constructor(message: string, help: string, place: Pick<Location, "line" | "column"> = {}) {
    super(message);
    this.help = help;
    this.place = place;
  }
}

/** A file that cannot be read; the file is named as people gave it. */
export function unreadable({ message, help, place, file: own }: UnreadableContract, given: string): Diagnostic {
  const file = own ?? given;
  return diagnostic("contract/unreadable", `${file}: ${message}`, { file, ...place }, help);
}

/** Reads a file that people did not name themselves: what is wrong is told of that one. */
export function inFile<T>(path: string, read: (text: string) => T): T {
  try {
    return read(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof UnreadableContract) error.file = relativeTo(process.cwd(), path);
    throw error;
  }
}

/** A format. */
export interface FileFormat {
  /** What such a file is called in messages, and its value as a whole: `contract`. */
  name: string;
  /** The key that holds the version, and the only one that this fedseal reads. */
  version: { key: string; newest: number };
  schema: object;
  /** What no schema can say. */
  meaning?(value: never): Problem[];
  /** How people get a sound file of this kind. */
  again: string;
}

/**
 * Reads such a file.
 *
 * @throws UnreadableContract where the text is not one, or is of another version.
 */
export function readFormat(text: string, format: FileFormat): unknown {
  const { name, version, schema, again } = format;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const conflict = /^<{7}|^>{7}/m.test(text) ? "; it has merge conflicts" : "";
    throw new UnreadableContract(`it is not JSON (${error.message})${conflict}`, again);
  }
  const found = (value as Record<string, unknown> | null)?.[version.key];
  if (typeof found === "number" && found > version.newest) {
    const message = `it was written by a newer fedseal (${version.key} ${found}; this one reads up to ${version.newest})`;
    throw new UnreadableContract(message, "Update fedseal where this runs, or use the same version in both places.");
  }
  const problems = shapeProblems(value, schema, name);
  if (problems.length === 0) problems.push(...(format.meaning?.(value as never) ?? []));
  if (problems.length === 0) return value;
  const message = problems.map((one) => one.message.replace(/\.$/, "")).join("; ");
  throw new UnreadableContract(message, again, placeInJson(text, problems[0]?.pointer ?? ""));
}

function shapeProblems(value: unknown, schema: object, name: string): Problem[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    // A list would be validated item by item.
    const kind = value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
    return [{ pointer: "", message: `it is ${kind}; expected an object.` }];
  }
  const found: Problem[] = [];
  try {
    validate(schema as Schema, value, {
      name,
      baseDataPath: name,
      postFormatter: (formatted, mismatch) => {
        found.push(...problemsOf(mismatch, name, { words: { key: "key", entry: "each name" } }));
        return formatted;
      },
    });
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
  }
  return found;
}
