import type { Problem } from "../schema-errors.js";
import { shownPath } from "../schema-errors.js";

/** Deeper than any setting stands. */
const DEEPEST = 20;

/**
 * What in a configuration is no plain data. A module can export anything: an object that holds itself, a function, a getter that
 * throws. Whoever reads or prints it later relies on plain data.
 */
export function unplainProblems(value: unknown): Problem[] {
  const problems: Problem[] = [];
  look(value, "", [], problems);
  return problems;
}

function look(value: unknown, pointer: string, above: readonly unknown[], problems: Problem[]): void {
  const refuse = (words: string) => problems.push({ pointer, message: `${shownPath(pointer, "config")} ${words}.` });
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
  for (const key of Object.keys(value)) {
    const inner = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const found = Object.getOwnPropertyDescriptor(value, key);
    if (found?.get) {
      const message = `${shownPath(inner, "config")} is a getter, which may give another value each time; expected the value itself.`;
      problems.push({ pointer: inner, message });
    } else look(found?.value, inner, [...above, value], problems);
  }
}
