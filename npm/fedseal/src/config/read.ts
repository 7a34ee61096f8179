import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "@fedseal/binding";
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { diagnostic, errorOf } from "../diagnostics.js";
import { placeOf } from "../json-places.js";

/** What a file holds: its value and its text, or why there is none. */
export type Read = { value: unknown; text: string } | { diagnostics: Diagnostic[] };

/** Bytes of a configuration: nobody writes more by hand. */
const LARGEST = 1024 * 1024;
/** Milliseconds for a module that is executed; docs/reference/configuration.md names it. */
const TIMEOUT = 30_000;

/** Reads a configuration. `shown` is its path in diagnostics. */
export async function readConfig(path: string, shown: string, timeout = TIMEOUT): Promise<Read> {
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
  return /\.jsonc?$/.test(path) ? parsed(text, shown, unreadable) : executed(path, text, shown, unreadable, timeout);
}

type Refuse = (message: string, place?: { line?: number; column?: number }) => Read;

function parsed(text: string, shown: string, unreadable: Refuse): Read {
  const errors: ParseError[] = [];
  const strict = { disallowComments: shown.endsWith(".json"), allowTrailingComma: !shown.endsWith(".json") };
  let tree: Node | undefined;
  let value: unknown;
  try {
    tree = parseTree(text, errors, strict);
    value = tree && jsonValue(tree);
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
function jsonValue(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(jsonValue);
  if (node.type !== "object") return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) => {
      const [key, value] = children ?? [];
      return key && value ? [[String(key.value), jsonValue(value)] as const] : [];
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

async function executed(path: string, text: string, shown: string, unreadable: Refuse, timeout: number): Promise<Read> {
  // Loaded only for modules: it takes as long as everything else together.
  const { createJiti } = await import("jiti");
  // Nothing is kept: a build that watches reads the file again when it has changed.
  const jiti = createJiti(import.meta.url, { moduleCache: false, fsCache: false });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), timeout);
  });
  try {
    const exported = async () => {
      const loaded = await jiti.import<Record<string, unknown>>(path);
      return Object.hasOwn(loaded, "default") ? { value: await loaded.default } : undefined;
    };
    const found = await Promise.race([exported(), late]);
    if (found === "late") {
      const open = "an `await` at its top, or the promise that it exports, is still open";
      return unreadable(`${shown} did not finish within ${timeout / 1000} s: ${open}`);
    }
    if (!found) return unreadable(`${shown} has no default export`);
    return { value: found.value, text };
  } catch (thrown) {
    // Whatever a configuration throws is its author's.
    const error = errorOf(thrown);
    const [first = ""] = error.message.replace(PARSE_ERROR, "").split("\n");
    const message = first.replaceAll(path, shown).replaceAll(pathToFileURL(path).href, shown).trim();
    return unreadable(`${shown} cannot be executed: ${message}`, placeOfError(error, path));
  } finally {
    clearTimeout(timer);
  }
}

/** How jiti begins the message of a text that it cannot parse. */
const PARSE_ERROR = /^ParseError:\s*/;

/** Where a configuration threw, or could not be parsed: the parser counts columns from 0, stack traces from 1. */
function placeOfError(error: Pick<Error, "message" | "stack">, path: string): { line?: number; column?: number } {
  const first = PARSE_ERROR.test(error.message) ? 1 : 0;
  const text = `${error.message}\n${error.stack ?? ""}`;
  for (const name of [path, pathToFileURL(path).href]) {
    const at = text.indexOf(`${name}:`);
    const [, line, column] = at < 0 ? [] : (/^:(\d+)(?::(\d+))?/.exec(text.slice(at + name.length)) ?? []);
    if (line === undefined) continue;
    // Of the first line that runs, the column counts what jiti wrote before the text.
    const isKnown = column !== undefined && (first === 1 || line !== "1");
    return { line: Number(line), ...(isKnown && { column: Number(column) + first }) };
  }
  return {};
}
