import ts = require("typescript");

/**
 * The aliases that a type node names, outside of the functions and objects in it. The compiler keeps no name for an alias of a
 * primitive or of a template literal, `type Id = string`: where it is used is only seen in the text.
 */
export function aliasesIn(node: ts.TypeNode | undefined, checker: ts.TypeChecker): ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isFunctionTypeNode(one) || ts.isConstructorTypeNode(one) || ts.isTypeLiteralNode(one)) return;
    if (ts.isConditionalTypeNode(one) || ts.isMappedTypeNode(one) || ts.isIndexedAccessTypeNode(one)) return;
    if (ts.isTypeReferenceNode(one)) {
      const symbol = checker.getSymbolAtLocation(one.typeName);
      const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      if (target && target.flags & ts.SymbolFlags.TypeAlias && isNameless(target, checker)) found.push(target);
    }
    ts.forEachChild(one, visit);
  };
  if (node) visit(node);
  return found;
}

function isNameless(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return checker.getDeclaredTypeOfSymbol(symbol).aliasSymbol === undefined;
}
