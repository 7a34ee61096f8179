import ts = require("typescript");

/** Which exports of a module are taken; `*` where it cannot be told. */

export function imported({ importClause }: ts.ImportDeclaration | ts.JSDocImportTag): string[] {
  if (!importClause) return [];
  const names = importClause.name ? ["default"] : [];
  const bindings = importClause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) names.push("*");
  else if (bindings) names.push(...bindings.elements.map((element) => (element.propertyName ?? element.name).text));
  return names;
}

export function reexported({ exportClause }: ts.ExportDeclaration): string[] {
  if (!exportClause || ts.isNamespaceExport(exportClause)) return ["*"];
  return exportClause.elements.map((element) => (element.propertyName ?? element.name).text);
}

/** `import("shop/Button").Props` */
export function qualified({ qualifier }: ts.ImportTypeNode): string[] {
  return qualifier ? [firstName(qualifier)] : ["*"];
}

function firstName(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : firstName(name.left);
}

/** Names that are taken from a module once it is there. */
export function loaded(call: ts.CallExpression): string[] {
  let node: ts.Node = call;
  while (
    ts.isParenthesizedExpression(node.parent) ||
    ts.isAwaitExpression(node.parent) ||
    ts.isNonNullExpression(node.parent)
  ) {
    node = node.parent;
  }
  const { parent } = node;
  if (ts.isArrowFunction(parent) && parent.body === node && isLazy(parent.parent)) return ["default"];
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

/** React's `lazy(() => …)` takes the default export. A function of that name in the project may take another one. */
function isLazy(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return false;
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression)) {
    return expression.name.text === "lazy" && ts.isIdentifier(expression.expression);
  }
  return ts.isIdentifier(expression) && expression.text === "lazy" && !isOwn("lazy", node.getSourceFile());
}

/** Whether the project itself declares a name: in this file, or in one that is imported by a path. */
function isOwn(name: string, file: ts.SourceFile): boolean {
  return file.statements.some((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name?.text === name;
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.some((one) => ts.isIdentifier(one.name) && one.name.text === name);
    }
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteralLike(statement.moduleSpecifier)) return false;
    if (!/^[.#~]|^@\//.test(statement.moduleSpecifier.text)) return false;
    const clause = statement.importClause;
    const named = clause?.namedBindings;
    return (
      clause?.name?.text === name ||
      (named !== undefined && ts.isNamedImports(named) && named.elements.some((element) => element.name.text === name))
    );
  });
}

function pattern(name: ts.BindingName): string[] | undefined {
  if (!ts.isObjectBindingPattern(name) || name.elements.some((element) => element.dotDotDotToken)) return undefined;
  const names = name.elements.map((element) => element.propertyName ?? element.name);
  return names.every(ts.isIdentifier) ? names.map((one) => one.text) : undefined;
}
