import type { Location } from "@fedseal/binding";
import type ts from "typescript";
import { namesIn, placeInJson, placeOf } from "../json-places.js";

/** Where the keys of a configuration stand in its text. */

/** The place of a JSON pointer in a configuration: of the key itself, or of the nearest that is written there. */
export async function placeInConfig(file: string, text: string, pointer: string): Promise<Location> {
  if (/\.jsonc?$/.test(file)) return { file, ...placeInJson(text, pointer) };
  const at = await offsetInModule(file, text, namesIn(pointer));
  return at === undefined ? { file } : { file, ...placeOf(text, at) };
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
