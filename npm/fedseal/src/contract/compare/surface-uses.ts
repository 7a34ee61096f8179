import ts = require("typescript");

import { isPrivatelyMade } from "./bases.js";
import type { Profile } from "./change.js";
import { declaredPolarity, type Exported, flat, meaningOf } from "./names.js";
import type { Surfaces } from "./program.js";
import { namedOf } from "./type-names.js";
import { Uses } from "./uses.js";
import type { Variances } from "./variance.js";

/** Who gives the values of the types that modules export or mention. */
export function usesOf(
  modules: readonly ReadonlyMap<string, Exported>[],
  surfaces: Surfaces,
  variances: Variances,
  profile: Profile,
): Uses {
  const uses = new Uses(surfaces, variances);
  const all = modules.flatMap((exports) => flat(exports, surfaces));
  for (const one of all) if (meaningOf(one).value && meaningOf(one).type !== "enum") uses.value(one.symbol);
  const types = all.filter((one) => meaningOf(one).type !== undefined);
  // A type in no signature may be given by anybody, and so may the types that it mentions.
  const free = types.filter(({ symbol }) => !uses.has(symbol) && !isAnotherName(symbol, uses, surfaces));
  for (const { symbol } of free) uses.free(symbol);
  for (const { symbol } of types.filter((one) => !free.includes(one))) {
    const literal = literalOf(symbol, surfaces);
    if (literal) uses.alias(symbol, literal);
  }
  if (profile === "strict") for (const { symbol } of types) uses.invariant(symbol);
  for (const one of types) {
    // A class that anybody may construct is extended and implemented as well, and so its members are given.
    const constructible = meaningOf(one).type === "class" && meaningOf(one).value && !isPrivatelyMade(one.symbol);
    if (constructible) uses.invariant(one.symbol);
    if (profile === "strict" || constructible) uses.set(one.symbol, "both");
    const declared = declaredPolarity(one.symbol);
    if (declared && profile !== "strict") uses.set(one.symbol, declared);
  }
  return uses;
}

/** `type Result = Awaited<ReturnType<typeof load>>`: the name of a type whose uses are known. */
function isAnotherName(symbol: ts.Symbol, uses: Uses, surfaces: Surfaces): boolean {
  if (!(symbol.flags & ts.SymbolFlags.TypeAlias)) return false;
  const type = surfaces.checker.getDeclaredTypeOfSymbol(symbol);
  const named = namedOf(type, surfaces);
  if (named && named.symbol !== symbol) return named.args.length === 0 && uses.has(named.symbol);
  return type.symbol !== undefined && type.symbol !== symbol && !isOwn(type.symbol, symbol) && uses.has(type.symbol);
}

/** The object in a signature that an alias names, `type Auth = ReturnType<typeof useAuth>`. */
function literalOf(alias: ts.Symbol, { checker }: Surfaces): ts.Symbol | undefined {
  if (!(alias.flags & ts.SymbolFlags.TypeAlias)) return undefined;
  const type = checker.getDeclaredTypeOfSymbol(alias);
  const isLiteral = type.symbol !== undefined && (type.symbol.flags & ts.SymbolFlags.TypeLiteral) !== 0;
  return isLiteral && type.aliasSymbol === undefined && !isOwn(type.symbol, alias) ? type.symbol : undefined;
}

/** Whether a type literal is the one that an alias is declared by. */
function isOwn(literal: ts.Symbol, alias: ts.Symbol): boolean {
  const nodes: ts.Node[] = alias.declarations?.filter(ts.isTypeAliasDeclaration).map((one) => one.type) ?? [];
  return literal.declarations?.some((one) => nodes.some((node) => node === one)) ?? false;
}
