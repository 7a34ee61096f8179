import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import ts = require("typescript");

/** What a shell's sources import of remotes: `shop/Button` → names, `*` where it cannot be told which. */
export function usesOf(folder: string, modules: ReadonlySet<string>, packageName: string): Record<string, string[]> {
  // `shop/Button`, or the stub itself: `@platform/mfe-contracts/shop/Button`.
  const idOf = (node: ts.Node | undefined): string | undefined => {
    const text = node && textOf(node);
    const id = text?.startsWith(`${packageName}/`) ? text.slice(packageName.length + 1) : text;
    return id !== undefined && modules.has(id) ? id : undefined;
  };
  const uses = new Map<string, Set<string>>();
  const use = (id: string, names: readonly string[]) => {
    const known = uses.get(id) ?? new Set();
    for (const name of names) known.add(name);
    uses.set(id, known);
  };
  for (const file of sourcesIn(folder)) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true);
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
        const id = idOf(node.moduleSpecifier);
        if (id !== undefined) use(id, ts.isImportDeclaration(node) ? imported(node) : reexported(node));
      }
      if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
        const id = idOf(node.argument.literal);
        if (id !== undefined) use(id, node.qualifier ? [firstName(node.qualifier)] : ["*"]);
      }
      if (ts.isCallExpression(node)) {
        // `import("shop/Button")`, `loadRemote("shop/Button")`, or any function that is given the name.
        const id = idOf(node.arguments[0]);
        if (id !== undefined) use(id, loaded(node));
      }
      // Wherever else a module is named, as in `FederatedModule<"shop/Button">` or `<Remote module="shop/Button">`.
      if (ts.isStringLiteralLike(node) && !isTaken(node)) {
        const id = idOf(node);
        if (id !== undefined) use(id, ["*"]);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  for (const file of othersIn(folder)) {
    // Templates of other compilers: what of a module they use is not known here.
    const text = readFileSync(file, "utf8");
    for (const id of modules) {
      if ([`"${id}"`, `'${id}'`, `\`${id}\``].some((one) => text.includes(one))) use(id, ["*"]);
    }
  }
  return Object.fromEntries(
    [...uses].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, names]) => [id, [...names].sort()]),
  );
}

/** Whether it is known what of the module is used: it stands in an import, or is what a function is given first. */
function isTaken(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent);
  return ts.isCallExpression(parent) && parent.arguments[0] === node;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.([cm]?[jt]s|[jt]sx)$/.test(item.name) && !/\.d\.[cm]?ts$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .filter((path) => !path.slice(folder.length).split(/[/\\]/).includes("node_modules"))
    .sort();
}

function othersIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(vue|svelte|astro|mdx?|html?)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .filter((path) => !path.slice(folder.length).split(/[/\\]/).includes("node_modules"))
    .sort();
}

function textOf(node: ts.Node): string | undefined {
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}

function firstName(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : firstName(name.left);
}

function imported({ importClause }: ts.ImportDeclaration): string[] {
  if (!importClause) return [];
  const names = importClause.name ? ["default"] : [];
  const bindings = importClause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) names.push("*");
  else if (bindings) names.push(...bindings.elements.map((one) => (one.propertyName ?? one.name).text));
  return names;
}

function reexported({ exportClause }: ts.ExportDeclaration): string[] {
  if (!exportClause || ts.isNamespaceExport(exportClause)) return ["*"];
  return exportClause.elements.map((one) => (one.propertyName ?? one.name).text);
}

/** Names that are taken from a module once it is there. */
function loaded(call: ts.CallExpression): string[] {
  let node: ts.Node = call;
  while (ts.isParenthesizedExpression(node.parent) || ts.isAwaitExpression(node.parent)) node = node.parent;
  const { parent } = node;
  // React's lazy() takes the default export.
  if (ts.isArrowFunction(parent) && parent.body === node && ts.isCallExpression(parent.parent)) {
    const callee = parent.parent.expression.getText();
    if (/(^|\.)lazy$/.test(callee)) return ["default"];
  }
  if (ts.isVariableDeclaration(parent)) return pattern(parent.name) ?? ["*"];
  if (ts.isPropertyAccessExpression(parent) && !["then", "catch", "finally"].includes(parent.name.text))
    return [parent.name.text];
  if (ts.isPropertyAccessExpression(parent) && parent.name.text === "then" && ts.isCallExpression(parent.parent)) {
    const [then] = parent.parent.arguments;
    if (then && (ts.isArrowFunction(then) || ts.isFunctionExpression(then)) && then.parameters[0]) {
      return pattern(then.parameters[0].name) ?? ["*"];
    }
  }
  return ["*"];
}

function pattern(name: ts.BindingName): string[] | undefined {
  if (!ts.isObjectBindingPattern(name) || name.elements.some((one) => one.dotDotDotToken)) return undefined;
  const names = name.elements.map((one) => one.propertyName ?? one.name);
  return names.every(ts.isIdentifier) ? names.map((one) => one.text) : undefined;
}
