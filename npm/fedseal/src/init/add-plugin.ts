import type ts from "typescript";

/** A plugin of fedseal as a configuration has it. */
export interface Added {
  name: string;
  /** What it is imported from. */
  from: string;
  /** The expression that makes it. */
  code: string;
}

/** For configurations of Rspack and webpack. */
export const FOR_BUNDLER: Added = { name: "FedsealPlugin", from: "fedseal", code: "new FedsealPlugin()" };
/** For those of Rsbuild, whose own `plugins` have other plugins. */
export const FOR_RSBUILD: Added = { name: "pluginFedseal", from: "fedseal/rsbuild", code: "pluginFedseal()" };
/** For those of Vite. */
export const FOR_VITE: Added = { name: "fedseal", from: "fedseal/vite", code: "fedseal()" };

/**
 * The text of a configuration with a plugin of fedseal beside that of Module Federation, which is `node`; undefined where there is no
 * place that is certainly right.
 */
export function withPlugin(
  typescript: typeof ts,
  source: ts.SourceFile,
  node: ts.NewExpression | ts.CallExpression,
  added: Added,
): string | undefined {
  // A plugin of the bundler stands in a list of its own in a configuration of Rsbuild.
  const insertion =
    added === FOR_RSBUILD && typescript.isNewExpression(node)
      ? inRsbuildList(typescript, source, node, added)
      : afterItem(typescript, source, added === FOR_VITE ? lastItem(typescript, node) : node, added);
  if (!insertion) return undefined;
  const isModule = source.statements.some(
    (one) => typescript.isImportDeclaration(one) || typescript.isExportAssignment(one),
  );
  const head = headOf(typescript, source, isModule);
  const line = isModule
    ? `import { ${added.name} } from "${added.from}";\n`
    : `const { ${added.name} } = require("${added.from}");\n`;
  const { text } = source;
  const { at, inserted } = insertion;
  return `${text.slice(0, head)}${line}${text.slice(head, at)}${inserted}${text.slice(at)}`;
}

interface Insertion {
  at: number;
  inserted: string;
}

/** The last one of the list that the node is in: Vite's hooks run in that order. */
function lastItem(typescript: typeof ts, node: ts.Node): ts.Node {
  return typescript.isArrayLiteralExpression(node.parent) ? (node.parent.elements.at(-1) ?? node) : node;
}

/** After an item of a list, on a line of its own if the item has one. */
function afterItem(
  typescript: typeof ts,
  source: ts.SourceFile,
  item: ts.Node,
  { code }: Added,
): Insertion | undefined {
  if (!typescript.isArrayLiteralExpression(item.parent)) return undefined;
  const indent = ownIndent(source, item);
  return { at: item.getEnd(), inserted: `${indent === undefined ? ", " : `,\n${indent}`}${code}` };
}

/** Into `plugins` of the object whose `tools.rspack.plugins` has the node. */
function inRsbuildList(
  typescript: typeof ts,
  source: ts.SourceFile,
  node: ts.Node,
  added: Added,
): Insertion | undefined {
  const tools = typescript.isArrayLiteralExpression(node.parent)
    ? outermost(typescript, source, node.parent, ["plugins", "rspack", "tools"])
    : undefined;
  if (!tools) return undefined;
  const configuration = tools.parent;
  const plugins = configuration.properties.find((one) => one.name?.getText(source) === "plugins");
  if (plugins === undefined) {
    const indent = ownIndent(source, tools);
    const separator = indent === undefined ? " " : `\n${indent}`;
    return { at: tools.getStart(source), inserted: `plugins: [${added.code}],${separator}` };
  }
  if (!typescript.isPropertyAssignment(plugins) || !typescript.isArrayLiteralExpression(plugins.initializer)) {
    return undefined;
  }
  const { elements } = plugins.initializer;
  const last = elements.at(-1);
  if (last) return afterItem(typescript, source, last, added);
  return { at: elements.end, inserted: added.code };
}

/** The last of the properties, from the inside, that a value stands in, if they have these names. */
function outermost(
  typescript: typeof ts,
  source: ts.SourceFile,
  value: ts.Node,
  names: readonly string[],
): (ts.PropertyAssignment & { parent: ts.ObjectLiteralExpression }) | undefined {
  const property = value.parent;
  const [name, ...rest] = names;
  if (!typescript.isPropertyAssignment(property) || property.name.getText(source) !== name) return undefined;
  return rest.length === 0 ? property : outermost(typescript, source, property.parent, rest);
}

/** What a node's line begins with, if the node begins it. */
function ownIndent(source: ts.SourceFile, node: ts.Node): string | undefined {
  const { text } = source;
  const start = node.getStart(source);
  const before = text.slice(text.lastIndexOf("\n", start) + 1, start);
  return before.trim() === "" ? before : undefined;
}

/** Where an import goes: after the last one, else before the first statement that is not a directive. */
function headOf(typescript: typeof ts, source: ts.SourceFile, isModule: boolean): number {
  const isImport = (one: ts.Statement) =>
    isModule
      ? typescript.isImportDeclaration(one)
      : typescript.isVariableStatement(one) && /=\s*require\(/.test(one.getText(source));
  const last = source.statements.filter(isImport).at(-1);
  if (last) {
    const line = source.text.indexOf("\n", last.getEnd());
    return line < 0 ? source.text.length : line + 1;
  }
  const first = source.statements.find(
    (one) => !(typescript.isExpressionStatement(one) && typescript.isStringLiteral(one.expression)),
  );
  const start = first?.getFullStart() ?? 0;
  // Comments at the top, as a licence or `@type`, stay where they are.
  return start === 0 ? (first?.getStart(source, true) ?? 0) : start + 1;
}
