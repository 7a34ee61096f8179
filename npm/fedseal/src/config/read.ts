import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "@fedseal/binding";
import { createJiti } from "jiti";
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { diagnostic } from "../diagnostics.js";
import { placeOf } from "./places.js";

/** What a file holds: its value and its text, or why there is none. */
export type Read = { value: unknown; text: string } | { diagnostics: Diagnostic[] };

/** Bytes of a configuration: nobody writes more by hand. */
const LARGEST = 1024 * 1024;
/** Milliseconds for a module that is executed. */
const TIMEOUT = 30_000;

/** Reads a configuration. `shown` is its path in diagnostics. */
export async function readConfig(path: string, shown: string): Promise<Read> {
  const unreadable = (message: string, place: { line?: number; column?: number } = {}): Read => {
    return { diagnostics: [diagnostic("config/unreadable", message, { file: shown, ...place })] };
  };
  let text: string;
  try {
    const bytes = readFileSync(path);
    if (bytes.byteLength > LARGEST) return unreadable(`${shown} is larger than 1 MiB`);
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return unreadable(`${shown} is not UTF-8`);
    const { code, message } = error as NodeJS.ErrnoException;
    return unreadable(`${shown} cannot be read: ${code ?? message}`);
  }
  return /\.jsonc?$/.test(path) ? parsed(text, shown, unreadable) : executed(path, text, shown, unreadable);
}

type Refuse = (message: string, place?: { line?: number; column?: number }) => Read;

function parsed(text: string, shown: string, unreadable: Refuse): Read {
  const errors: ParseError[] = [];
  const strict = { disallowComments: shown.endsWith(".json"), allowTrailingComma: !shown.endsWith(".json") };
  let tree: Node | undefined;
  let value: unknown;
  try {
    tree = parseTree(text, errors, strict);
    value = tree && valueOf(tree);
  } catch (error) {
    if (error instanceof RangeError) return unreadable(`${shown} is nested too deeply`);
    throw error;
  }
  const [error] = errors;
  if (error) {
    const words = printParseErrorCode(error.error)
      .replaceAll(/(?<=.)(?=[A-Z])/g, " ")
      .toLowerCase();
    const hint = error.error === 10 ? "; rename the file to fedseal.config.jsonc to use comments" : "";
    return unreadable(`${shown} is not JSON: ${words}${hint}`, placeOf(text, error.offset));
  }
  const twice = tree && duplicateKey(tree);
  if (twice)
    return unreadable(`${shown} has the key "${twice.value}" twice in one object`, placeOf(text, twice.offset));
  return { value, text };
}

/** As `JSON.parse` does it, where `__proto__` is a key like any other. */
function valueOf(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(valueOf);
  if (node.type !== "object") return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) => {
      const [key, value] = children ?? [];
      return key && value ? [[String(key.value), valueOf(value)] as const] : [];
    }),
  );
}

/** Readers disagree about which of two equal keys counts (RFC 8259, section 4). */
function duplicateKey(node: Node): Node | undefined {
  const keys = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [key] = child.children ?? [];
    if (node.type === "object" && key) {
      if (keys.has(key.value)) return key;
      keys.add(key.value);
    }
    const inner = duplicateKey(child);
    if (inner) return inner;
  }
  return undefined;
}

async function executed(path: string, text: string, shown: string, unreadable: Refuse): Promise<Read> {
  // Nothing is kept: a build that watches reads the file again when it has changed.
  const jiti = createJiti(import.meta.url, { moduleCache: false, fsCache: false });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), TIMEOUT);
  });
  try {
    const loaded = await Promise.race([jiti.import<Record<string, unknown>>(path), late]);
    if (loaded === "late") return unreadable(`${shown} did not finish within ${TIMEOUT / 1000} s`);
    if (!Object.hasOwn(loaded, "default")) return unreadable(`${shown} has no default export`);
    return { value: await loaded.default, text };
  } catch (thrown) {
    // Whatever a configuration throws is its author's.
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const message = error.message.split("\n")[0]?.replaceAll(path, shown).replaceAll(pathToFileURL(path).href, shown);
    return unreadable(`${shown} cannot be executed: ${message}`, placeOfError(error, path));
  } finally {
    clearTimeout(timer);
  }
}

/** Where a configuration threw, or could not be parsed. */
function placeOfError(error: Error, path: string): { line?: number; column?: number } {
  const { loc } = error as { loc?: { line?: unknown; column?: unknown } };
  if (typeof loc?.line === "number" && typeof loc.column === "number") {
    return { line: loc.line, column: loc.column + 1 };
  }
  const text = `${error.message}\n${error.stack ?? ""}`;
  for (const name of [path, pathToFileURL(path).href]) {
    const at = text.indexOf(`${name}:`);
    const [, line, column] = at < 0 ? [] : (/^:(\d+)(?::(\d+))?/.exec(text.slice(at + name.length)) ?? []);
    if (line !== undefined) return { line: Number(line), ...(column !== undefined && { column: Number(column) }) };
  }
  return {};
}
