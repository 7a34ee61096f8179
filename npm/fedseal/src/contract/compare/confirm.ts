import ts = require("typescript");

import { isPrivatelyMade } from "./bases.js";
import { componentOf } from "./components.js";
import { type At, type Context, report } from "./context.js";
import { typeParametersOf } from "./declared-parameters.js";
import { type Exported, meaningOf } from "./names.js";
import { parametersOf } from "./parameters.js";
import { reachedFrom } from "./reach.js";
import { unclassified } from "./rules/unclassified.js";
import { instantiate } from "./typescript-internals.js";

/**
 * Asks the compiler about an export in which no rule found anything: both versions have to fit each other. If they do not,
 * that is breaking. The verdict about one export depends on that export alone.
 */
export function confirm(context: Context, name: string, old: Exported, now: Exported, at: At): void {
  if (isOpaque(context, old.symbol) || isOpaque(context, now.symbol)) return;
  const { checker } = context;
  const pairs: [ts.Type, ts.Type][] = [];
  if (meaningOf(old).value) {
    const [before, after] = [checker.getTypeOfSymbol(old.symbol), checker.getTypeOfSymbol(now.symbol)];
    if (componentOf(context, before, at) && componentOf(context, after, at)) return;
    // The compiler takes no private constructor for another one.
    const isHidden = [old, now].some(({ symbol }) => symbol.flags & ts.SymbolFlags.Class && isPrivatelyMade(symbol));
    if (!isHidden) pairs.push([before, after]);
  }
  if (meaningOf(old).type && typeParametersOf(old.symbol, checker).length === 0) {
    pairs.push([checker.getDeclaredTypeOfSymbol(old.symbol), checker.getDeclaredTypeOfSymbol(now.symbol)]);
  }
  for (const [before, after] of pairs) {
    const isTaken = (from: ts.Type, to: ts.Type) => checker.isTypeAssignableTo(from, to) || areTaken(context, from, to);
    if (!isTaken(after, before)) return void report(context, at, unclassified(name, "new", "old"));
    if (!isTaken(before, after)) return void report(context, at, unclassified(name, "old", "new"));
  }
}

/**
 * The same of two generic functions with the bounds of their type parameters. The compiler infers those of the one from the other,
 * and for what only the result mentions, `create<T>(): Builder<T>`, that may be nothing.
 */
function areTaken({ checker }: Context, from: ts.Type, to: ts.Type): boolean {
  const [one, other] = [from, to].map((type) => {
    const calls = checker.getSignaturesOfType(type, ts.SignatureKind.Call);
    return calls.length === 1 ? calls[0] : undefined;
  });
  const [own, wanted] = [one?.typeParameters ?? [], other?.typeParameters ?? []];
  if (!one || !other || own.length === 0 || own.length !== wanted.length) return false;
  const bounds = wanted.map((parameter) => checker.getBaseConstraintOfType(parameter) ?? checker.getUnknownType());
  const [has, wants] = [parametersOf(one, checker), parametersOf(other, checker)];
  const closed = (type: ts.Type, of: readonly ts.TypeParameter[]) => instantiate(type, of, bounds, checker);
  return (
    has.length === wants.length &&
    has.every(({ type }, index) => {
      const given = wants[index];
      return given !== undefined && checker.isTypeAssignableTo(closed(given.type, wanted), closed(type, own));
    }) &&
    checker.isTypeAssignableTo(closed(one.getReturnType(), own), closed(other.getReturnType(), wanted))
  );
}

/**
 * Whether the compiler cannot answer: two declarations of a unique symbol or a constant enum never fit each other, and
 * neither do conditional and mapped types whose parts are known only where they are used.
 */
function isOpaque({ surfaces }: Context, symbol: ts.Symbol): boolean {
  const opaque = (node: ts.Node): boolean => {
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.UniqueKeyword) return true;
    if (ts.isEnumDeclaration(node) || ts.isConditionalTypeNode(node) || ts.isMappedTypeNode(node)) return true;
    if (ts.isIndexedAccessTypeNode(node)) return true;
    return ts.forEachChild(node, opaque) ?? false;
  };
  return [...reachedFrom(symbol, surfaces)].some(opaque);
}
