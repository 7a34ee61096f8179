import ts = require("typescript");

import { isNominal } from "./bases.js";
import type { Equality } from "./equality.js";
import { membersOfBoth } from "./members.js";
import { callOrder } from "./parameters.js";
import { isClassMember, isMergedIn, isMethod, isOptional, isReadonly, readType, setterType } from "./properties.js";
import { isInterface } from "./type-kinds.js";

/** Objects, functions, classes and tuples, by what they have. */
export function equalStructures(equality: Equality, old: ts.Type, now: ts.Type): boolean {
  const { surfaces, checker } = equality;
  if (checker.isTupleType(old) || checker.isTupleType(now)) return equalTuples(equality, old, now);
  // Whatever extends an interface extends an object type with the same members.
  if (!equality.isExact && isInterface(old) !== isInterface(now)) return false;
  const nominal = (type: ts.Type) => isNominal(type.symbol, surfaces);
  if (nominal(old) !== nominal(now)) return false;
  const [before, after] = membersOfBoth(old, now, checker);
  if (before.size !== after.size) return false;
  for (const kind of [ts.SignatureKind.Call, ts.SignatureKind.Construct]) {
    const [calls, called] = [old, now].map((type) => callOrder(checker.getSignaturesOfType(type, kind)));
    if (!calls || !called) return false;
    if (calls.length !== called.length) return false;
    if (!calls.every((one, index) => equality.signatures(one, called[index] as ts.Signature))) return false;
  }
  const indexes = [...checker.getIndexInfosOfType(now)];
  if (checker.getIndexInfosOfType(old).length !== indexes.length) return false;
  for (const info of checker.getIndexInfosOfType(old)) {
    const found = indexes.findIndex((other) => equality.types(info.keyType, other.keyType));
    const other = indexes[found];
    if (!other || info.isReadonly !== other.isReadonly || !equality.types(info.type, other.type)) return false;
    indexes.splice(found, 1);
  }
  return [...before].every(([name, property]) => {
    const other = after.get(name);
    return other !== undefined && equalProperties(equality, property, other);
  });
}

function equalProperties(equality: Equality, old: ts.Symbol, now: ts.Symbol): boolean {
  if (old === now) return true;
  const { surfaces, checker } = equality;
  const flags = (symbol: ts.Symbol) =>
    [
      isOptional(symbol),
      isReadonly(symbol),
      isMethod(symbol),
      isMergedIn(symbol, checker),
      (symbol.flags & ts.SymbolFlags.Accessor) !== 0 && isClassMember(symbol),
      symbol.declarations?.some(surfaces.isProtected) ?? false,
      symbol.declarations?.some((one) => ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Abstract) ?? false,
    ].join();
  if (flags(old) !== flags(now)) return false;
  const setters = [old, now].map((symbol) => setterType(symbol, checker));
  return equality.types(readType(old, checker), readType(now, checker)) && equality.optional(setters[0], setters[1]);
}

function equalTuples(equality: Equality, old: ts.Type, now: ts.Type): boolean {
  const { checker } = equality;
  if (!checker.isTupleType(old) || !checker.isTupleType(now)) return false;
  const [one, other] = [old as ts.TupleTypeReference, now as ts.TupleTypeReference];
  const [before, after] = [checker.getTypeArguments(one), checker.getTypeArguments(other)];
  return (
    one.target.elementFlags.join() === other.target.elementFlags.join() &&
    one.target.readonly === other.target.readonly &&
    before.every((type, index) => equality.types(type, after[index] as ts.Type))
  );
}
