import { nodesOf, ts } from "../program.mjs";

/** What the mutations have in common: finding nodes, and edits at them. */

export function all(surface, is) {
  return [...nodesOf(surface.file)].filter(is);
}

export function replace(node, text) {
  return { start: node.getStart(), end: node.end, text };
}

export function insert(at, text) {
  return { start: at, end: at, text };
}

/** From the end of what comes before to the end of the item, so that no empty line stays. */
export function remove(node) {
  return { start: node.getFullStart(), end: node.end, text: "" };
}

/** One item out of a list with separators, and its separator with it. */
export function removeFrom(list, at) {
  const item = list[at];
  const isLast = at === list.length - 1;
  if (list.length === 1) return { start: item.getStart(), end: list.end, text: "" };
  if (isLast) return { start: list[at - 1].end, end: list.end, text: "" };
  return { start: item.getStart(), end: list[at + 1].getStart(), text: "" };
}

/** The texts of a list's items in another order. */
export function reorder(list, order) {
  const texts = list.map((one) => one.getText());
  return list.map((one, at) => replace(one, texts[order[at]])).filter((_, at) => order[at] !== at);
}

/** Nodes that hold members: interfaces, type literals and classes. */
export function holders(surface) {
  return all(
    surface,
    (node) => ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node) || ts.isClassDeclaration(node),
  );
}

export function isExported(node) {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0;
}

/** Functions, methods, constructors and function types that have a parameter list of their own. */
export function callables(surface) {
  return all(
    surface,
    (node) =>
      ts.isFunctionDeclaration(node) ||
      ts.isMethodSignature(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isFunctionTypeNode(node) ||
      ts.isConstructorDeclaration(node) ||
      ts.isCallSignatureDeclaration(node),
  );
}

/** Where the parameter list of a callable begins and ends, inside the parentheses. */
export function parenthesesOf(node) {
  const { text } = node.getSourceFile();
  const from = node.typeParameters ? text.indexOf(">", node.typeParameters.end) : (node.name?.end ?? node.getStart());
  const open = node.parameters.length > 0 ? node.parameters.pos : text.indexOf("(", from) + 1;
  return { open, close: text.indexOf(")", node.parameters.end) };
}

/** The nearest statement of the module. */
export function statementOf(node) {
  let at = node;
  while (!ts.isSourceFile(at.parent)) at = at.parent;
  return at;
}

/** Type parameters that a node uses and does not declare itself: undefined where it cannot be moved out. */
export function freeParameters({ checker }, node) {
  const found = new Map();
  for (const inner of nodesOf(node)) {
    if (inner.kind === ts.SyntaxKind.ThisType || ts.isInferTypeNode(inner) || ts.isTypePredicateNode(inner))
      return undefined;
    if (ts.isTypeQueryNode(inner)) return undefined;
    if (!ts.isTypeReferenceNode(inner) || !ts.isIdentifier(inner.typeName)) continue;
    const symbol = checker.getSymbolAtLocation(inner.typeName);
    const declaration = symbol?.declarations?.[0];
    if (!declaration || !ts.isTypeParameterDeclaration(declaration)) continue;
    if (declaration.getStart() >= node.getStart() && declaration.end <= node.end) continue;
    if (!declaration.parent || ts.isMappedTypeNode(declaration.parent) || ts.isInferTypeNode(declaration.parent))
      return undefined;
    found.set(symbol, declaration);
  }
  return [...found.values()];
}

/** Whether a node is a type by itself, not part of another form, such as a heritage clause. */
export function isWholeType(node) {
  return ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node) && !ts.isTypePredicateNode(node);
}
