import ts = require("typescript");

import type { Surfaces } from "./program.js";
import { isForeign } from "./properties.js";
import { isReference } from "./type-kinds.js";
import { type Named, namedOf } from "./type-names.js";

/** The types that a class or interface of the surface extends. */
export function basesOf(type: ts.Type, surfaces: Surfaces): Named[] {
  // Of a generic type only its declaration: the arguments of its bases are in terms of its own parameters.
  const target: ts.Type = isReference(type) ? type.target : type;
  if (target !== type || !target.isClassOrInterface() || isForeign(target.symbol, surfaces)) return [];
  return surfaces.checker.getBaseTypes(target).flatMap((base) => namedOf(base, surfaces) ?? []);
}

/** Whether a class, or one that it extends, has private or protected members: no object literal fits it. */
export function isNominal(symbol: ts.Symbol | undefined, surfaces: Surfaces): boolean {
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Class)) return false;
  if (symbol.declarations?.some(surfaces.isNominal)) return true;
  return basesOf(surfaces.checker.getDeclaredTypeOfSymbol(symbol), surfaces).some((base) =>
    isNominal(base.symbol, surfaces),
  );
}

/** Whether a type has a member only because it extends another one. */
export function isInherited(member: ts.Symbol, type: ts.Type): boolean {
  const target: ts.Type = isReference(type) ? type.target : type;
  return (
    member.declarations !== undefined &&
    !member.declarations.some((one) => target.symbol.declarations?.includes(one.parent as ts.Declaration))
  );
}

/** A class whose constructor is private: only the remote makes values of it. */
export function isPrivatelyMade(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some(
    (one) =>
      ts.isClassLike(one) &&
      one.members.some(
        (member) =>
          ts.isConstructorDeclaration(member) && ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private,
      ),
  );
}
