import ts = require("typescript");

import type { Surfaces } from "./program.js";

/** The statements that declare a symbol, and every local one that these mention. */
export function reachedFrom(symbol: ts.Symbol, { checker, isLocal }: Surfaces): Set<ts.Statement> {
  const found = new Set<ts.Statement>();
  const visit = (one: ts.Symbol): void => {
    const target = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
    for (const declaration of target.declarations ?? []) {
      if (!isLocal(declaration) || ts.isTypeParameterDeclaration(declaration) || ts.isParameter(declaration)) continue;
      const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
      if (!ts.isStatement(statement) || found.has(statement)) continue;
      found.add(statement);
      const inside = (node: ts.Node): void => {
        if (ts.isIdentifier(node)) {
          const mentioned = checker.getSymbolAtLocation(node);
          if (mentioned) visit(mentioned);
        }
        ts.forEachChild(node, inside);
      };
      inside(statement);
    }
  };
  visit(symbol);
  return found;
}
