import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { pathToRegexp } from "path-to-regexp";
import { UnusableHosting } from "./unusable.js";

/** What `vercel.json` says about responses. */
export interface VercelFile {
  headers: VercelRule[];
  /** Rewrites of paths to a page. */
  rewrites: { matches: RegExp; destination: string; line: number }[];
  /** Rules that depend on more than the path: they cannot be judged from the file alone. */
  conditional: { rule: string; values: VercelHeader[] }[];
  /** Whether the file has `routes`, which have a language of their own. */
  hasRoutes: boolean;
}

/** One of `headers`. */
export interface VercelRule {
  matches: RegExp;
  line: number;
  values: VercelHeader[];
}

/** A header as it is written. */
export interface VercelHeader {
  name: string;
  value: string;
  /** From 1. */
  line: number;
  /** The text of the value, with its quotes: offset and length in the file, in UTF-16 code units. */
  literal: { offset: number; length: number };
}

/**
 * Reads `vercel.json` as Vercel does: `source` is a pattern of `path-to-regexp` 6, all `headers` that match apply, and later ones
 * replace earlier ones.
 *
 * @throws UnusableHosting
 */
export function readVercel(text: string): VercelFile {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error) {
    const line = lineAt(text, error.offset);
    throw new UnusableHosting(`it is not JSON: ${printParseErrorCode(error.error)} in line ${line}`);
  }
  if (root?.type !== "object") throw new UnusableHosting("it is not an object");
  const file: VercelFile = { headers: [], rewrites: [], conditional: [], hasRoutes: has(root, "routes") };
  for (const [index, item] of listAt(root, "headers", "headers").entries()) {
    const where = `headers[${index}]`;
    const values = listAt(item, "headers", `${where}.headers`).map((one, at): VercelHeader => {
      const [name, value] = [textAt(one, "key"), textAt(one, "value")];
      if (!name || !value)
        throw new UnusableHosting(`\`${where}.headers[${at}]\` needs the texts \`key\` and \`value\``);
      const { offset, length } = value;
      return {
        name: getNodeValue(name),
        value: getNodeValue(value),
        line: lineAt(text, offset),
        literal: { offset, length },
      };
    });
    const source = sourceOf(item, where);
    if (has(item, "has") || has(item, "missing")) file.conditional.push({ rule: where, values });
    else file.headers.push({ ...patternOf(source, where, text), values });
  }
  for (const [where, item] of rewritesOf(root)) {
    const destination = textAt(item, "destination");
    if (!destination) throw new UnusableHosting(`\`${where}.destination\` must be a text`);
    const source = sourceOf(item, where);
    if (has(item, "has") || has(item, "missing")) continue;
    file.rewrites.push({ ...patternOf(source, where, text), destination: getNodeValue(destination) });
  }
  return file;
}

/** `rewrites` is a list, or an object of lists by their phase. */
function rewritesOf(root: Node): [where: string, item: Node][] {
  const rewrites = findNodeAtLocation(root, ["rewrites"]);
  if (rewrites?.type !== "object")
    return listAt(root, "rewrites", "rewrites").map((item, at) => [`rewrites[${at}]`, item]);
  return Object.keys(getNodeValue(rewrites) as object).flatMap((phase) => {
    const where = `rewrites.${phase}`;
    return listAt(rewrites, phase, where).map((item, at): [string, Node] => [`${where}[${at}]`, item]);
  });
}

function sourceOf(item: Node, where: string): Node {
  const source = textAt(item, "source");
  if (!source) throw new UnusableHosting(`\`${where}.source\` must be a text`);
  return source;
}

function patternOf(source: Node, where: string, text: string): { matches: RegExp; line: number } {
  try {
    const matches = pathToRegexp(getNodeValue(source), [], { strict: true, sensitive: true, delimiter: "/" });
    return { matches, line: lineAt(text, source.offset) };
  } catch (thrown) {
    if (!(thrown instanceof TypeError || thrown instanceof SyntaxError)) throw thrown;
    throw new UnusableHosting(`\`${where}.source\` is not a pattern: ${thrown.message}`);
  }
}

function listAt(node: Node, key: string, where: string): Node[] {
  const list = findNodeAtLocation(node, [key]);
  if (!list) return [];
  const items = list.type === "array" ? (list.children ?? []) : undefined;
  if (!items?.every(({ type }) => type === "object"))
    throw new UnusableHosting(`\`${where}\` must be a list of objects`);
  return items;
}

function textAt(node: Node, key: string): Node | undefined {
  const value = findNodeAtLocation(node, [key]);
  return value?.type === "string" ? value : undefined;
}

function has(node: Node, key: string): boolean {
  return findNodeAtLocation(node, [key]) !== undefined;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
