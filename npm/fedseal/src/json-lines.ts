import { readFileSync } from "node:fs";
import type { Diagnostic } from "@fedseal/binding";
import { type Node, parseTree } from "jsonc-parser";
import { nearestOffset } from "./json-places.js";
import { isServed } from "./locations.js";
import { statsAt } from "./stats.js";

/** The tree of a larger file takes more memory than a line number is worth; its findings keep their pointers. */
const LARGEST = 8 * 1024 * 1024;

/**
 * The same findings, with line and column where they have a pointer into a JSON file that is there: what annotations and code
 * scanning show beside the code. Locations are relative to the current folder.
 */
export function withLines(findings: readonly Diagnostic[]): Diagnostic[] {
  const files = new Map<string, JsonFile | undefined>();
  return findings.map((one) => {
    const { location } = one;
    if (location?.pointer === undefined || location.line !== undefined || isServed(one)) return one;
    if (!files.has(location.file)) files.set(location.file, readJson(location.file));
    const place = files.get(location.file)?.placeOf(location.pointer);
    return place ? { ...one, location: { ...location, ...place } } : one;
  });
}

function readJson(path: string): JsonFile | undefined {
  const stats = statsAt(path);
  if (!stats?.isFile() || stats.size > LARGEST) return undefined;
  const text = readFileSync(path, "utf8");
  try {
    return new JsonFile(text, parseTree(text));
  } catch (error) {
    // Nested too deeply for the parser; a finding of its own where it matters.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class JsonFile {
  readonly #root: Node | undefined;
  /** Offsets at which lines begin. */
  readonly #lines: number[];

  constructor(text: string, root: Node | undefined) {
    this.#root = root;
    this.#lines = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  }

  placeOf(pointer: string): { line: number; column: number } | undefined {
    const at = nearestOffset(this.#root, pointer);
    if (at === undefined) return undefined;
    let line = 0;
    for (let step = 2 ** Math.ceil(Math.log2(this.#lines.length)); step >= 1; step /= 2) {
      const start = this.#lines[line + step];
      if (start !== undefined && start <= at) line += step;
    }
    return { line: line + 1, column: at - (this.#lines[line] ?? 0) + 1 };
  }
}
