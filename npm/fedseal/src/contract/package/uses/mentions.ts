import ts = require("typescript");

import { imported, loaded, qualified, reexported } from "./names.js";

/** A text in a source that may name a module of a remote. */
export interface Mention {
  text: string;
  /** `import`: the place of a module specifier. `load`: what `loadRemote` is given. `text`: any other string. */
  kind: "import" | "load" | "text";
  /** Whether it is only how the name begins; the rest is put together at run time. */
  isPrefix: boolean;
  /** Exports that are taken. */
  names: readonly string[];
  /** From 1. */
  line: number;
}

export interface FileMentions {
  mentions: Mention[];
  /** Lines where `loadRemote` is given a name that is not written there. */
  dynamic: number[];
  /** Texts that stand together: `load("shop", "./Button")`, `{ scope: "shop", module: "./Button" }`. */
  groups: readonly (readonly string[])[];
}

/** What a source mentions. */
export function mentionsIn(path: string, text: string): FileMentions {
  const isJavaScript = /\.[cm]?jsx?$/.test(path);
  // JSX is common in `.js`.
  const kind = isJavaScript ? ts.ScriptKind.JSX : undefined;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
  const found: { mentions: Mention[]; dynamic: number[]; groups: string[][] } = {
    mentions: [],
    dynamic: [],
    groups: [],
  };
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const mention = (node: ts.Node, kind: Mention["kind"], names: readonly string[] = ["*"]) => {
    const line = lineOf(node);
    if (ts.isStringLiteralLike(node)) found.mentions.push({ text: node.text, kind, isPrefix: false, names, line });
    else if (isComposed(node)) {
      found.mentions.push({ text: headOf(node), kind, isPrefix: true, names: ["*"], line });
    }
  };
  /** Literals whose meaning is known from where they stand. */
  const taken = new Set<ts.Node>();
  const take = (node: ts.Node | undefined, kind: Mention["kind"], names?: readonly string[]) => {
    if (!node) return;
    taken.add(node);
    mention(node, kind, names);
  };

  /** `loadRemote`, its other names in this file, and what `typedLoad` makes of it. */
  const loaders = new Set([LOAD, ...otherNames(source)]);

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) take(node.moduleSpecifier, "import", imported(node));
    else if (ts.isExportDeclaration(node)) take(node.moduleSpecifier, "import", reexported(node));
    else if (ts.isJSDocImportTag(node)) take(node.moduleSpecifier, "import", imported(node));
    else if (ts.isExternalModuleReference(node)) take(node.expression, "import");
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      take(node.argument.literal, "import", qualified(node));
    else if (ts.isCallExpression(node)) call(node);
    else if (ts.isExportSpecifier(node) && node.propertyName?.text === LOAD) found.dynamic.push(lineOf(node));
    // Whoever is given the function calls it with names of their own.
    else if (ts.isIdentifier(node) && loaders.has(node.text) && isGiven(node)) found.dynamic.push(lineOf(node));
    // Wherever else a module is named, as in `FederatedModule<"shop/Button">` or `<Remote module="shop/Button">`.
    else if (!taken.has(node)) mention(node, "text");
    if (ts.isAsExpression(node) && node.type.getText(source) === "FederatedId" && !isWritten(node.expression)) {
      found.dynamic.push(lineOf(node));
    }
    group(node);
    if (isJavaScript) for (const doc of (node as { jsDoc?: readonly ts.JSDoc[] }).jsDoc ?? []) visit(doc);
    ts.forEachChild(node, visit);
  };

  function call(node: ts.CallExpression): void {
    const [first] = node.arguments;
    if (!first) return;
    const name = calleeOf(node.expression);
    const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword || name === "require";
    const kind = isImport ? "import" : name !== undefined && loaders.has(name) ? "load" : "text";
    // Any function may be one that loads by name.
    take(first, kind, loaded(node));
    if (kind === "load" && !isWritten(first)) found.dynamic.push(lineOf(first));
  }

  function group(node: ts.Node): void {
    const parts = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.arguments : propertiesOf(node);
    const texts = parts?.filter(ts.isStringLiteralLike).map((part) => part.text) ?? [];
    if (texts.length > 1) found.groups.push(texts);
  }

  visit(source);
  return found;
}

/** Values of an object, or of the attributes of an element. */
function propertiesOf(node: ts.Node): ts.Node[] | undefined {
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? [property.initializer] : []));
  }
  if (!ts.isJsxAttributes(node)) return undefined;
  return node.properties.flatMap((property) => {
    const value = ts.isJsxAttribute(property) ? property.initializer : undefined;
    if (!value) return [];
    return ts.isJsxExpression(value) ? (value.expression ? [value.expression] : []) : [value];
  });
}

/** Whether a function is handed on as a value: `names.map(loadRemote)`, `{ loadRemote }`, `load={loadRemote}`. */
function isGiven(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return parent.expression !== node && calleeOf(parent.expression) !== "typedLoad";
  }
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isArrowFunction(parent)) return parent.body === node;
  if (ts.isBinaryExpression(parent)) {
    return parent.right === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  }
  return (
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isJsxExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isReturnStatement(parent)
  );
}

/** What Module Federation calls the function that loads a module by its name. */
const LOAD = "loadRemote";

/** Other names of `loadRemote`, and names of what `typedLoad(…)` returned. */
function otherNames(source: ts.SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const isMade = ts.isCallExpression(node.initializer) && calleeOf(node.initializer.expression) === "typedLoad";
      if (isMade || calleeOf(node.initializer) === LOAD) names.push(node.name.text);
    }
    const isRenamed = ts.isImportSpecifier(node) || ts.isBindingElement(node);
    if (isRenamed && node.propertyName && ts.isIdentifier(node.name)) {
      const { propertyName } = node;
      const isLoad =
        (ts.isIdentifier(propertyName) || ts.isStringLiteralLike(propertyName)) && propertyName.text === LOAD;
      if (isLoad) names.push(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function calleeOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node)) {
    return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
  }
  // `loadRemote<typeof import("shop/Button")>`, `(0, loadRemote)`, `loadRemote!`.
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isExpressionWithTypeArguments(node))
    return calleeOf(node.expression);
  return ts.isBinaryExpression(node) ? calleeOf(node.right) : undefined;
}

/** A text that is put together at run time. */
function isComposed(node: ts.Node): node is ts.TemplateExpression | ts.TemplateLiteralTypeNode | ts.BinaryExpression {
  return ts.isTemplateExpression(node) || ts.isTemplateLiteralTypeNode(node) || isSum(node);
}

function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

/** The text that it begins with. */
function headOf(node: ts.Node): string {
  if (isSum(node)) return headOf(node.left);
  if (ts.isTemplateExpression(node) || ts.isTemplateLiteralTypeNode(node)) return node.head.text;
  return ts.isStringLiteralLike(node) ? node.text : "";
}

/** Whether the name that is loaded is written in the sources, here or where its type holds callers to it. */
function isWritten(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node)) return true;
  if (isComposed(node)) return headOf(node).includes("/");
  if (ts.isConditionalExpression(node)) return isWritten(node.whenTrue) && isWritten(node.whenFalse);
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) {
    return isWritten(node.expression);
  }
  return ts.isIdentifier(node) && (isConstant(node) || isTypedParameter(node));
}

/** `const id = "shop/Button"`, around the place where it is used. */
function isConstant(node: ts.Identifier): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (!ts.isBlock(at.parent) && !ts.isSourceFile(at.parent)) continue;
    for (const statement of at.parent.statements) {
      if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const)) continue;
      const own = statement.declarationList.declarations.find(
        (one) => ts.isIdentifier(one.name) && one.name.text === node.text,
      );
      if (own) return own.initializer !== undefined && isWritten(own.initializer);
    }
  }
  return false;
}

/** A parameter whose callers are held to written names: inside `typedLoad(…)`, or typed by the contract package. */
function isTypedParameter(node: ts.Identifier): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (!ts.isFunctionLike(at)) continue;
    const own = at.parameters.find((one) => ts.isIdentifier(one.name) && one.name.text === node.text);
    if (!own) continue;
    if (ts.isCallExpression(at.parent) && calleeOf(at.parent.expression) === "typedLoad") return true;
    const constraint = at.typeParameters?.find((one) => one.name.text === own.type?.getText())?.constraint;
    return [own.type, constraint].some((type) => type?.getText() === "FederatedId");
  }
  return false;
}
