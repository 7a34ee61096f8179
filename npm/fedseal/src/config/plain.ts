import { types } from "node:util";
import type { Problem } from "../schema-errors.js";
import { shownPath } from "../schema-errors.js";

/** Deeper than any setting stands. */
const DEEPEST = 20;

/**
 * What in a configuration is no plain data. A module can export anything: an object that holds itself, a function, a getter that
 * throws, a `Map`, whose entries are no keys and would be read as nothing. Whoever reads or prints it later relies on plain data.
 */
export function unplainProblems(value: unknown): Problem[] {
  const problems: Problem[] = [];
  look(value, "", [], problems);
  return problems;
}

function look(value: unknown, pointer: string, above: readonly unknown[], problems: Problem[]): void {
  const refuse = (words: string) => problems.push({ pointer, message: `${shownPath(pointer, "config")} ${words}.` });
  // Before anything else: a look at a proxy runs code, which may throw, or answer differently the next time.
  if (types.isProxy(value)) {
    refuse("is a proxy; expected plain data");
    return;
  }
  if (above.includes(value) && typeof value === "object" && value !== null) {
    refuse("holds itself; a configuration is plain data, without circles");
    return;
  }
  if (pointer !== "" && ["function", "symbol", "bigint"].includes(typeof value)) {
    refuse(`is a ${typeof value}; expected text, a number, true, false, a list or an object`);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (above.length > DEEPEST) {
    refuse(`is nested deeper than ${DEEPEST} levels`);
    return;
  }
  if (!isPlain(value)) {
    refuse(`is ${kindOf(value)}; expected plain data: text, numbers, true, false, lists and objects without a class`);
    return;
  }
  // Also what is not enumerable: whoever asks for a key by its name gets it.
  for (const key of Object.getOwnPropertyNames(value)) {
    const inner = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const found = Object.getOwnPropertyDescriptor(value, key);
    if (found?.get) {
      const message = `${shownPath(inner, "config")} is a getter, which may give another value each time; expected the value itself.`;
      problems.push({ pointer: inner, message });
    } else look(found?.value, inner, [...above, value], problems);
  }
}

/** A list, or an object whose prototype is `null` or that of all objects, in whatever realm a loader made it. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  // Each realm has an `Object.prototype` of its own; this method is what tells it from other objects without a prototype.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "isPrototypeOf");
}

function kindOf(value: object): string {
  if (types.isMap(value)) return "a Map";
  if (types.isSet(value)) return "a Set";
  if (types.isDate(value)) return "a Date";
  if (types.isRegExp(value)) return "a RegExp";
  if (types.isPromise(value)) return "a Promise";
  if (types.isTypedArray(value)) return "a typed array";
  return "an object of a class";
}
