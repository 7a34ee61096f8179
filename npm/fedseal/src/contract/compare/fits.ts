import ts = require("typescript");

import type { Context } from "./context.js";
import { isReference, isStructure } from "./type-kinds.js";
import { noInferOf } from "./typescript-internals.js";

/** Whether every value of one type may be used as the other. `order` says which of them is the old one. */
export function fits(context: Context, from: ts.Type, to: ts.Type, order: "old to new" | "new to old"): boolean {
  const { checker, equality } = context;
  const equal = (one: ts.Type, other: ts.Type) =>
    order === "old to new" ? equality.types(one, other) : equality.types(other, one);
  const open = equality.isOpen(from) || equality.isOpen(to);
  if (!open) return checker.isTypeAssignableTo(from, to);
  // The type parameters of two declarations are different types to the compiler: only the outside is looked at.
  if (to.flags & ts.TypeFlags.Unknown || from.flags & ts.TypeFlags.Never) return true;
  if (equal(from, to)) return true;
  if (from.isUnion()) return from.types.every((part) => fits(context, part, to, order));
  if (to.isUnion()) return to.types.some((part) => fits(context, from, part, order));
  if (to.isIntersection()) return to.types.every((part) => fits(context, from, part, order));
  if (from.isIntersection()) return from.types.some((part) => fits(context, part, to, order));
  if (isReference(from) && isReference(to) && from.target === to.target) {
    const [args, wanted] = [checker.getTypeArguments(from), checker.getTypeArguments(to)];
    return args.every((arg, index) => fits(context, arg, wanted[index] as ts.Type, order));
  }
  if (isReference(from) && isReference(to) && WIDER.get(from.target.symbol?.name)?.includes(to.target.symbol?.name)) {
    const args = checker.getTypeArguments(from);
    return checker
      .getTypeArguments(to)
      .every((wanted, index) => args[index] !== undefined && fits(context, args[index], wanted, order));
  }
  if (checker.isTupleType(from) && checker.isArrayType(to) && isReference(from) && isReference(to)) {
    const [element] = checker.getTypeArguments(to);
    const isReadonly = (from as ts.TupleTypeReference).target.readonly && to.symbol.name === "Array";
    return !isReadonly && checker.getTypeArguments(from).every((arg) => element && fits(context, arg, element, order));
  }
  if (noInferOf(from) || noInferOf(to)) return fits(context, noInferOf(from) ?? from, noInferOf(to) ?? to, order);
  if (from.flags & ts.TypeFlags.Instantiable) {
    const constraint = checker.getBaseConstraintOfType(from);
    return constraint !== undefined && constraint !== from && fits(context, constraint, to, order);
  }
  // `object` and `{}` take every object.
  const anything = to.flags & ts.TypeFlags.NonPrimitive || isEmpty(to, checker);
  return Boolean(anything) && isStructure(from);
}

function isEmpty(type: ts.Type, checker: ts.TypeChecker): boolean {
  return (
    isStructure(type) &&
    checker.getPropertiesOfType(type).length === 0 &&
    checker.getIndexInfosOfType(type).length === 0 &&
    type.getCallSignatures().length === 0 &&
    type.getConstructSignatures().length === 0
  );
}

/** Whether an object literal that fitted the old type has a member that the new type does not know: TS2353. */
export function hasExcess(context: Context, old: ts.Type, now: ts.Type): boolean {
  const { checker } = context;
  // A string has members, and an object literal is none.
  const parts = (now.isUnion() ? now.types : [now]).filter((part) => !(part.flags & PRIMITIVE));
  if (parts.length === 0 || parts.some((part) => takesAnyMember(part, checker))) return false;
  const known = new Set(parts.flatMap((part) => checker.getPropertiesOfType(part).map(({ name }) => name)));
  return (old.isUnion() ? old.types : [old]).some(
    (part) =>
      part.flags & ts.TypeFlags.Object &&
      isWritten(context, part) &&
      checker.getSignaturesOfType(part, ts.SignatureKind.Call).length === 0 &&
      checker.getPropertiesOfType(part).some(({ name }) => !known.has(name)),
  );
}

function takesAnyMember(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.flags & (ts.TypeFlags.NonPrimitive | ts.TypeFlags.Unknown | ts.TypeFlags.Any | ts.TypeFlags.Instantiable)) {
    return true;
  }
  // An array only knows numbers.
  const isNumber = ({ keyType }: ts.IndexInfo) => (keyType.flags & ts.TypeFlags.Number) !== 0;
  return isEmpty(type, checker) || checker.getIndexInfosOfType(type).some((info) => !isNumber(info));
}

const PRIMITIVE =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.ESSymbolLike |
  ts.TypeFlags.VoidLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Never;

/** Whether consumers write values of the type as object literals: not of elements, sets and arrays. */
function isWritten({ surfaces }: Context, type: ts.Type): boolean {
  return type.symbol?.declarations?.some(surfaces.isLocal) ?? false;
}

/** Types of the language → those that they can be used as, with the same arguments. */
const WIDER: ReadonlyMap<string, readonly string[]> = new Map([
  ["Array", ["ReadonlyArray", "ArrayLike", "ConcatArray"]],
  ["ReadonlyArray", ["ArrayLike", "ConcatArray"]],
  ["Promise", ["PromiseLike"]],
  ["Map", ["ReadonlyMap"]],
  ["Set", ["ReadonlySet"]],
]);
