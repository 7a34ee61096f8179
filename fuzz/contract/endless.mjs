import { mentionedIn, nodesOf, ts } from "./program.mjs";

/**
 * Surfaces whose consumers TypeScript does not get done with, since it compares two copies of a type that has no end: a
 * generic type that returns itself with growing arguments (`array(): Schema<T[]>`), and paths through a type
 * (`${K}.${Path<T[K]>}`). The comparison goes by declarations, and is asked all the same.
 */
export function isEndless({ file, checker, text }) {
  if (/\}\.\$\{/.test(text)) return true;
  const generics = file.statements.filter((one) => one.typeParameters && !ts.isFunctionDeclaration(one));
  const known = new Map(generics.map((one) => [checker.getSymbolAtLocation(one.name), one]));
  const mentions = new Map(file.statements.map((one) => [one, mentionedIn(one, checker)]));
  const reaches = (from, wanted, seen = new Set()) => {
    if (seen.has(from)) return false;
    seen.add(from);
    return (mentions.get(from) ?? []).some((symbol) =>
      (symbol.declarations ?? []).some((one) => one === wanted || reaches(one, wanted, seen)),
    );
  };
  return generics.some((declaration) =>
    [...nodesOf(declaration)].some((node) => {
      if (!ts.isTypeReferenceNode(node) || !node.typeArguments?.some((one) => isGrown(one, checker))) return false;
      const target = known.get(checker.getSymbolAtLocation(node.typeName));
      return target !== undefined && (target === declaration || reaches(target, declaration));
    }),
  );
}

/** An argument with a type parameter inside of another type. */
function isGrown(argument, checker) {
  if (ts.isTypeReferenceNode(argument) && !argument.typeArguments) return false;
  return [...nodesOf(argument)].some((node) => {
    if (!ts.isTypeReferenceNode(node)) return false;
    const symbol = checker.getSymbolAtLocation(node.typeName);
    return symbol !== undefined && (symbol.flags & ts.SymbolFlags.TypeParameter) !== 0;
  });
}
