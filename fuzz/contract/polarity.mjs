import { ts } from "./program.mjs";

/**
 * By whom values of each named type are made, from the signatures that the name occurs in: `in` (consumers), `out` (the
 * remote). Only what is certain: a name behind `keyof`, an index, or another package's generic gets `unsure` and no more.
 * A type in no signature is both. Written without a look at the comparison's own, so that one can catch the other.
 */
export function polaritiesOf(surface) {
  const { checker } = surface;
  const marks = new Map();
  const visited = new Set();

  const flip = (way) => (way === "in" ? "out" : way === "out" ? "in" : way);
  const marksOf = (symbol) => {
    if (!marks.has(symbol)) marks.set(symbol, new Set());
    return marks.get(symbol);
  };

  /** Types in the same place as the node itself, with what stands for type parameters. */
  function visit(node, way, bound) {
    if (!node) return;
    if (ts.isFunctionLike(node) && !ts.isConstructorDeclaration(node)) return signature(node, way, bound);
    if (ts.isTypeReferenceNode(node)) return reference(node, node.typeName, node.typeArguments, way, bound);
    if (ts.isExpressionWithTypeArguments(node)) {
      return reference(node, node.expression, node.typeArguments, way, bound);
    }
    if (ts.isTypeOperatorNode(node) && node.operator !== ts.SyntaxKind.ReadonlyKeyword) return unsure(node.type, bound);
    // `import("react").FC<Props>`: another package's generic.
    if (ts.isImportTypeNode(node)) {
      for (const arg of node.typeArguments ?? []) unsure(arg, bound);
      return;
    }
    const isOpaque =
      ts.isIndexedAccessTypeNode(node) ||
      ts.isConditionalTypeNode(node) ||
      ts.isMappedTypeNode(node) ||
      ts.isTypeQueryNode(node) ||
      ts.isTemplateLiteralTypeNode(node);
    if (isOpaque) return unsure(node, bound);
    ts.forEachChild(node, (child) => visit(child, way, bound));
  }

  function signature(node, way, bound) {
    for (const parameter of node.parameters) visit(parameter.type, flip(way), bound);
    for (const parameter of node.typeParameters ?? []) unsure(parameter.constraint, bound);
    if (node.type && ts.isTypePredicateNode(node.type)) unsure(node.type.type, bound);
    else visit(node.type, way, bound);
  }

  function unsure(node, bound) {
    if (!node) return;
    if (ts.isTypeReferenceNode(node) || ts.isTypeQueryNode(node)) {
      const symbol = resolve(node.typeName ?? node.exprName);
      const local = symbol && localsOf(symbol);
      if (local) declared(symbol, "unsure", new Map());
      // `Parameters<typeof create>`
      else if (symbol && ts.isTypeQueryNode(node)) queried(symbol);
      else if (symbol && bound.has(symbol)) bound.get(symbol)("unsure");
    }
    ts.forEachChild(node, (child) => unsure(child, bound));
  }

  function queried(symbol) {
    if (visited.has(symbol)) return;
    visited.add(symbol);
    for (const one of symbol.declarations ?? []) if (one.getSourceFile() === surface.file) unsure(one, new Map());
  }

  function reference(node, name, args, way, bound) {
    const symbol = resolve(name);
    if (symbol && bound.has(symbol)) return bound.get(symbol)(way);
    if (!symbol || !localsOf(symbol)) {
      const isPlain = SAME_WAY.has(name.getText());
      for (const arg of args ?? []) isPlain ? visit(arg, way, bound) : unsure(arg, bound);
      return;
    }
    const inner = new Map();
    const parameters = localsOf(symbol).find((one) => one.typeParameters)?.typeParameters ?? [];
    parameters.forEach((parameter, at) => {
      const arg = args?.[at] ?? parameter.default;
      inner.set(checker.getSymbolAtLocation(parameter.name), (inside) => arg && visit(arg, inside, bound));
    });
    declared(symbol, way, inner, node.getText());
  }

  function declared(symbol, way, bound, text = "") {
    marksOf(symbol).add(way);
    const key = `${symbol.id ?? ts.getSymbolId(symbol)} ${way} ${text}`;
    if (visited.has(key)) return;
    visited.add(key);
    for (const declaration of localsOf(symbol)) {
      if (way === "unsure") unsure(declaration, bound);
      else if (ts.isTypeAliasDeclaration(declaration)) visit(declaration.type, way, bound);
      else if (ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration)) {
        for (const clause of declaration.heritageClauses ?? []) visit(clause, way, bound);
        for (const member of declaration.members) if (!ts.isConstructorDeclaration(member)) visit(member, way, bound);
      }
    }
  }

  function resolve(name) {
    const symbol = checker.getSymbolAtLocation(name);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  function localsOf(symbol) {
    const own = symbol.declarations?.filter(
      (one) =>
        one.getSourceFile() === surface.file &&
        (ts.isTypeAliasDeclaration(one) ||
          ts.isInterfaceDeclaration(one) ||
          ts.isClassDeclaration(one) ||
          ts.isEnumDeclaration(one)),
    );
    return own?.length ? own : undefined;
  }

  const exported = [...surface.exports().values()];
  for (const symbol of exported) {
    for (const declaration of symbol.declarations ?? []) {
      if (ts.isFunctionDeclaration(declaration)) signature(declaration, "out", new Map());
      if (ts.isVariableDeclaration(declaration)) visit(declaration.type, "out", new Map());
      if (ts.isClassDeclaration(declaration)) classDeclaration(symbol, declaration);
      if (ts.isModuleDeclaration(declaration)) unsure(declaration, new Map());
    }
  }
  function classDeclaration(symbol, declaration) {
    declared(symbol, "out", new Map());
    for (const member of declaration.members) {
      if (ts.isConstructorDeclaration(member)) for (const { type } of member.parameters) visit(type, "in", new Map());
    }
  }
  for (const symbol of exported) {
    if (localsOf(symbol) && !marks.has(symbol)) {
      if (!isNameOf(symbol, /^ReturnType$/)) declared(symbol, "in", new Map());
      if (!isNameOf(symbol, /^(Parameters|(React\.)?ComponentProps\w*)$/)) declared(symbol, "out", new Map());
    }
  }
  return (symbol) => marks.get(symbol) ?? new Set();
}

/**
 * `type Auth = ReturnType<typeof useAuth>` is another name of what a function of the remote returns, and
 * `type Input = Parameters<typeof create>[0]` or `ComponentProps<typeof Chip>` of what it takes.
 */
function isNameOf(symbol, part) {
  return symbol.declarations?.some((one) => {
    if (!ts.isTypeAliasDeclaration(one)) return false;
    const type = ts.isIndexedAccessTypeNode(one.type) ? one.type.objectType : one.type;
    if (!ts.isTypeReferenceNode(type)) return false;
    const [argument] = type.typeArguments ?? [];
    return part.test(type.typeName.getText()) && argument && ts.isTypeQueryNode(argument);
  });
}

/**
 * Generics whose arguments are given by whom the whole is given. Who gives a `Partial<T>`, `Required<T>` or `Readonly<T>` gives
 * another type: a part lacks no member that was added, and nobody writes into what is read-only anyway.
 */
const SAME_WAY = new Set(["Array", "ReadonlyArray", "Promise", "NonNullable"]);
