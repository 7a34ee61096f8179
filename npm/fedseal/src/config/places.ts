import type { Location } from "@fedseal/binding";
import { type Node, parseTree } from "jsonc-parser";
import type ts from "typescript";

/** Where the keys of a configuration stand in its text. */

/** The place of an offset: line and column from 1, in UTF-16 code units. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The place of a JSON pointer in a configuration: of the key itself, or of the nearest that is written there. */
export async function placeInConfig(file: string, text: string, pointer: string): Promise<Location> {
  const at = /\.jsonc?$/.test(file)
    ? nearestOffset(parseTree(text, [], { allowTrailingComma: true }), pointer)
    : await offsetInModule(file, text, namesOf(pointer));
  return at === undefined ? { file } : { file, ...placeOf(text, at) };
}

/** The names of a JSON pointer (RFC 6901). */
function namesOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The offset of what a pointer names: of the key, the item, or of the nearest that is written there. */
export function nearestOffset(root: Node | undefined, pointer: string): number | undefined {
  let node = root;
  let at = node?.offset;
  for (const name of namesOf(pointer)) {
    const properties: readonly Node[] = node?.type === "object" ? (node.children ?? []) : [];
    const property = properties.find((one) => one.children?.[0]?.value === name);
    const next: Node | undefined = node?.type === "array" ? node.children?.[Number(name)] : property?.children?.[1];
    if (!next) return at;
    at = property?.offset ?? next.offset;
    node = next;
  }
  return at;
}

/** By TypeScript's parser, which is only loaded to place a mistake. */
async function offsetInModule(file: string, text: string, path: readonly string[]): Promise<number | undefined> {
  const { default: ts } = await import("typescript");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  let node = exported(ts, source);
  let at = node?.getStart(source);
  for (const name of path) {
    const inner = node && unwrapped(ts, node, source);
    const property =
      inner && ts.isObjectLiteralExpression(inner)
        ? inner.properties.find((one) => one.name && nameOf(ts, one.name) === name)
        : undefined;
    const item = inner && ts.isArrayLiteralExpression(inner) ? inner.elements[Number(name)] : undefined;
    const next = property && ts.isPropertyAssignment(property) ? property.initializer : item;
    if (!property && !item) return at;
    at = (property ?? item)?.getStart(source);
    node = next;
  }
  return at;
}

function exported(typescript: typeof ts, source: ts.SourceFile): ts.Expression | undefined {
  const found = source.statements.find(typescript.isExportAssignment);
  if (found) return found.expression;
  for (const statement of source.statements) {
    if (!typescript.isExpressionStatement(statement)) continue;
    const { expression } = statement;
    if (typescript.isBinaryExpression(expression) && expression.left.getText(source) === "module.exports") {
      return expression.right;
    }
  }
  return undefined;
}

/** The value itself: without `satisfies`, `defineConfig(…)` and the constant that holds it. */
function unwrapped(typescript: typeof ts, start: ts.Expression, source: ts.SourceFile): ts.Expression {
  let node = start;
  // A constant may name itself: as many steps as a file could need.
  for (let step = 0; step < 20; step++) {
    if (
      typescript.isParenthesizedExpression(node) ||
      typescript.isAsExpression(node) ||
      typescript.isSatisfiesExpression(node)
    ) {
      node = node.expression;
    } else if (typescript.isCallExpression(node) && node.arguments[0]) node = node.arguments[0];
    else if (typescript.isIdentifier(node)) {
      const { text } = node;
      const declared = source.statements
        .filter(typescript.isVariableStatement)
        .flatMap((one) => [...one.declarationList.declarations])
        .find((one) => one.name.getText(source) === text)?.initializer;
      if (!declared) return node;
      node = declared;
    } else return node;
  }
  return node;
}

function nameOf(typescript: typeof ts, name: ts.PropertyName): string | undefined {
  if (typescript.isIdentifier(name) || typescript.isStringLiteralLike(name)) return name.text;
  return undefined;
}
