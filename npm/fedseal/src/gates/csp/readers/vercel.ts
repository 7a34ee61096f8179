import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { pathToRegexp } from "path-to-regexp";
import { HEADERS, type PolicyText, placesIn, UnreadablePolicy } from "../policy-text.js";

/**
 * `vercel.json`: all `headers` whose `source` matches the path; a later one replaces an earlier one of the same name.
 *
 * @throws UnreadablePolicy
 */
export function readVercel(content: string, file: string, path: string): PolicyText[] {
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, { disallowComments: true });
  const [error] = errors;
  if (error) throw new UnreadablePolicy(`${file} is not JSON: ${printParseErrorCode(error.error)}`);
  const found = new Map<string, PolicyText>();
  for (const [index, rule] of items(root && findNodeAtLocation(root, ["headers"])).entries()) {
    const source = textAt(rule, "source");
    for (const header of items(findNodeAtLocation(rule, ["headers"]))) {
      const name = textAt(header, "key")?.toLowerCase() ?? "";
      const reportOnly = HEADERS.get(name);
      if (reportOnly === undefined) continue;
      if (source === undefined) throw new UnreadablePolicy(`${file}: \`headers[${index}].source\` is not a text`);
      const conditional = ["has", "missing"].find((key) => findNodeAtLocation(rule, [key]));
      if (conditional !== undefined) {
        throw new UnreadablePolicy(
          `${file}: \`headers[${index}]\` depends on the request (\`${conditional}\`); name the URL of a deployment in \`csp.policy\``,
        );
      }
      const node = findNodeAtLocation(header, ["value"]);
      const text = node && getNodeValue(node);
      if (!node || typeof text !== "string") throw new UnreadablePolicy(`${file}: the value of ${name} is not a text`);
      if (!matcher(source, `${file}: \`headers[${index}].source\``).test(path)) continue;
      found.set(name, { text, reportOnly, meta: false, isStatic: true, place: place(content, file, node, text) });
    }
  }
  return [...found.values()];
}

function place(content: string, file: string, node: Node, text: string) {
  // Inside of the quotes. With escapes the text is another one than the file has: then the value is the place.
  const isLiteral = node.length === text.length + 2;
  const inside = placesIn(file, content, node.offset + 1);
  return isLiteral ? inside : () => inside(0);
}

function matcher(source: string, where: string): RegExp {
  try {
    return pathToRegexp(source, [], { strict: true, sensitive: true, delimiter: "/" });
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    throw new UnreadablePolicy(`${where} is not a pattern: ${thrown.message}`);
  }
}

function items(node: Node | undefined): Node[] {
  return node?.type === "array" ? (node.children ?? []) : [];
}

function textAt(node: Node, key: string): string | undefined {
  const value = findNodeAtLocation(node, [key]);
  return value?.type === "string" ? (value.value as string) : undefined;
}
