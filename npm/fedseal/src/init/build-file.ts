import type ts from "typescript";

/** What a bundler configuration says, as far as it is written down in it. */
export interface BuildFacts {
  /** The Module Federation plugin, as it is called there. */
  federation: string;
  exposes: boolean;
  /** Remote → what it is loaded from, where that is a text. */
  remotes: Record<string, string>;
  /** The output folder, relative to the file's own. */
  output: string;
  /** Whether FedsealPlugin is there already. */
  sealed: boolean;
  /** The file with FedsealPlugin in it; undefined where there is no place that is certainly right. */
  edited: string | undefined;
}

const CLASSES = ["ModuleFederationPlugin"];
const FUNCTIONS = ["pluginModuleFederation", "federation"];

/** Reads a bundler configuration without executing it; undefined where it has no Module Federation plugin. */
export async function readBuild(text: string, file: string): Promise<BuildFacts | undefined> {
  const { default: ts } = await import("typescript");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const plugins: { name: string; node: ts.NewExpression | ts.CallExpression }[] = [];
  let output: string | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const name = lastName(ts, node.expression);
      const isPlugin = ts.isNewExpression(node) ? CLASSES.includes(name ?? "") : FUNCTIONS.includes(name ?? "");
      if (name !== undefined && isPlugin) plugins.push({ name, node });
    }
    if (ts.isPropertyAssignment(node)) output ??= outputIn(ts, node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const [plugin] = plugins;
  if (!plugin) return undefined;
  const [options] = plugin.node.arguments ?? [];
  const sealed = /\bFedsealPlugin\b/.test(text);
  const isClass = ts.isNewExpression(plugin.node);
  return {
    federation: plugin.name,
    exposes: options !== undefined && property(ts, options, "exposes") !== undefined,
    remotes: remotesIn(ts, options),
    output: output ?? "dist",
    sealed,
    edited: !sealed && isClass && plugins.length === 1 ? withPlugin(ts, source, plugin.node) : undefined,
  };
}

function lastName(typescript: typeof ts, node: ts.Expression): string | undefined {
  if (typescript.isIdentifier(node)) return node.text;
  return typescript.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

function property(typescript: typeof ts, node: ts.Node, name: string): ts.Expression | undefined {
  if (!typescript.isObjectLiteralExpression(node)) return undefined;
  const found = node.properties.find((one) => one.name?.getText().replaceAll(/["']/g, "") === name);
  return found && typescript.isPropertyAssignment(found) ? found.initializer : undefined;
}

function remotesIn(typescript: typeof ts, options: ts.Expression | undefined): Record<string, string> {
  const remotes = options && property(typescript, options, "remotes");
  if (!remotes || !typescript.isObjectLiteralExpression(remotes)) return {};
  return Object.fromEntries(
    remotes.properties.flatMap((one) => {
      if (!typescript.isPropertyAssignment(one)) return [];
      const value = typescript.isObjectLiteralExpression(one.initializer)
        ? property(typescript, one.initializer, "entry")
        : one.initializer;
      if (!value || !typescript.isStringLiteralLike(value)) return [];
      return [[one.name.getText().replaceAll(/["']/g, ""), value.text] as const];
    }),
  );
}

/** `output: { path: resolve(__dirname, "build") }`, `build: { outDir: "build" }` */
function outputIn(typescript: typeof ts, node: ts.PropertyAssignment): string | undefined {
  const name = node.name.getText();
  const key = name === "output" ? "path" : name === "build" ? "outDir" : undefined;
  const value = key === undefined ? undefined : property(typescript, node.initializer, key);
  if (!value) return undefined;
  if (typescript.isStringLiteralLike(value)) return value.text;
  const last = typescript.isCallExpression(value) ? value.arguments.at(-1) : undefined;
  return last && typescript.isStringLiteralLike(last) ? last.text.replace(/^\.?\//, "") : undefined;
}

/** The text with FedsealPlugin after the Module Federation plugin, where that is an item of a list. */
function withPlugin(typescript: typeof ts, source: ts.SourceFile, node: ts.Node): string | undefined {
  if (!typescript.isArrayLiteralExpression(node.parent)) return undefined;
  const { text } = source;
  const end = node.getEnd();
  const lineStart = text.lastIndexOf("\n", node.getStart(source)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const isOwnLine = text.slice(lineStart, node.getStart(source)).trim() === "";
  const separator = isOwnLine ? `,\n${indent}` : ", ";
  const isModule = source.statements.some(
    (one) => typescript.isImportDeclaration(one) || typescript.isExportAssignment(one),
  );
  const head = headOf(typescript, source, isModule);
  const line = isModule
    ? 'import { FedsealPlugin } from "fedseal";\n'
    : 'const { FedsealPlugin } = require("fedseal");\n';
  return `${text.slice(0, head)}${line}${text.slice(head, end)}${separator}new FedsealPlugin()${text.slice(end)}`;
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
