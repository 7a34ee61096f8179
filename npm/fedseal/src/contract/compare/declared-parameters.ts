import ts = require("typescript");

import { isInstantiated, ownConstraintOf } from "./typescript-internals.js";

/** The type parameter that a node declares. */
export function typeParameterAt(node: ts.TypeParameterDeclaration, checker: ts.TypeChecker): ts.TypeParameter {
  const symbol = checker.getSymbolAtLocation(node.name);
  if (!symbol) throw new Error(`the type parameter ${node.name.text} has no symbol`);
  return checker.getDeclaredTypeOfSymbol(symbol) as ts.TypeParameter;
}

/**
 * The constraint of a type parameter, as it is written: the compiler's own answer is what it resolves to.
 */
export function constraintOf(parameter: ts.TypeParameter, checker: ts.TypeChecker): ts.Type | undefined {
  const declaration = parameter.symbol?.declarations?.find(ts.isTypeParameterDeclaration);
  if (isInstantiated(parameter) || !declaration?.constraint) return ownConstraintOf(parameter);
  return checker.getTypeFromTypeNode(declaration.constraint);
}

/** The type parameters of an interface, class or alias. */
export function typeParametersOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.TypeParameter[] {
  for (const declaration of symbol.declarations ?? []) {
    if (
      ts.isInterfaceDeclaration(declaration) ||
      ts.isClassLike(declaration) ||
      ts.isTypeAliasDeclaration(declaration)
    ) {
      return (declaration.typeParameters ?? []).map((one) => typeParameterAt(one, checker));
    }
  }
  return [];
}

/** `const`, `in` and `out` in front of a type parameter, sorted. */
export function modifiersOf(type: ts.TypeParameter): string {
  return (type.symbol?.declarations ?? [])
    .flatMap((one) =>
      ts.isTypeParameterDeclaration(one) ? (one.modifiers ?? []).map((modifier) => modifier.getText()) : [],
    )
    .sort()
    .join(" ");
}

/** The type parameters of the declarations around a node, from the outside. */
export function enclosingParameters(node: ts.Node, checker: ts.TypeChecker): ts.TypeParameter[] {
  const found: ts.TypeParameter[] = [];
  for (let one: ts.Node | undefined = node; one; one = one.parent) {
    const { typeParameters } = one as { typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> };
    if (typeParameters) found.unshift(...typeParameters.map((parameter) => typeParameterAt(parameter, checker)));
  }
  return found;
}
