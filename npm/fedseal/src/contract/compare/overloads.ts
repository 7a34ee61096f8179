import ts = require("typescript");

import type { Context } from "./context.js";
import { fits } from "./fits.js";
import { type Parameter, parametersOf } from "./parameters.js";
import { instantiate, thisParameterOf } from "./typescript-internals.js";

/** Which of the overloads of a function takes a call: the first one that fits. */

/** An overload before and after. */
export type Counterparts = readonly (readonly [old: ts.Signature, now: ts.Signature])[];

/**
 * The overload that takes calls now that went to another one, and gives them another result, if there is any. A call is told by how many
 * arguments it has, and by which part of a union each of them is.
 */
export function takerOfOtherCalls(
  context: Context,
  old: readonly ts.Signature[],
  now: readonly ts.Signature[],
  counterparts: Counterparts,
): ts.Signature | undefined {
  const found = counterparts.find(([before, one]) =>
    counterparts.some(([later, present]) => {
      if (later === before || now.indexOf(present) < now.indexOf(one)) return false;
      const was = old.indexOf(before) < old.indexOf(later) ? before : undefined;
      return takesMoreOf(context, later, was, one) && !givesTheSame(context, one, later);
    }),
  );
  return found?.[1];
}

/**
 * Whether there is a call of `later` that `before` did not take and that `one`, which it became, takes. Undefined: it stood
 * behind, and so took none.
 */
function takesMoreOf(
  { checker }: Context,
  later: ts.Signature,
  before: ts.Signature | undefined,
  one: ts.Signature,
): boolean {
  const [given, is] = [closedParametersOf(later, checker), closedParametersOf(one, checker)];
  const was = before && closedParametersOf(before, checker);
  // Calls that name their type arguments only go to overloads that have as many.
  const named = later.typeParameters?.length ?? 0;
  const isNewByName = named > 0 && before !== undefined && !takesNamed(before, named) && takesNamed(one, named);
  const most = Math.max(given.length, is.length);
  for (let count = requiredIn(given); count <= most; count++) {
    if (!takesCount(given, count) || !takesCount(is, count)) continue;
    let isNew = !was || !takesCount(was, count) || isNewByName;
    const isTaken = Array.from({ length: count }, (_, at) => at).every((at) => {
      const [wanted, present, first] = [parameterAt(given, at), parameterAt(is, at), was && parameterAt(was, at)];
      if (!wanted || !present) return false;
      const parts = [...partsOf(wanted, checker), ...partsOf(present, checker)];
      const taken = parts.filter((part) => takes(wanted, part, checker) && takes(present, part, checker));
      isNew ||= first === undefined || taken.some((part) => !takes(first, part, checker));
      return taken.length > 0;
    });
    if (isTaken && isNew) return true;
  }
  return false;
}

/** The parameters of an overload, `Predicate<any>` in place of `Predicate<T>`: a call says what `T` is. */
function closedParametersOf(signature: ts.Signature, checker: ts.TypeChecker): Parameter[] {
  const { typeParameters = [] } = signature;
  const parameters = parametersOf(signature, checker);
  if (typeParameters.length === 0) return parameters;
  const bounds = typeParameters.map((one) => checker.getBaseConstraintOfType(one) ?? checker.getAnyType());
  return parameters.map((one) => {
    if (one.type.flags & ts.TypeFlags.TypeParameter) return one;
    return { ...one, type: instantiate(one.type, typeParameters, bounds, checker) };
  });
}

/** Whether whoever reads the result of one overload may be given that of another one. */
function givesTheSame(context: Context, now: ts.Signature, old: ts.Signature): boolean {
  if ([now, old].some((one) => context.checker.getTypePredicateOfSignature(one))) return false;
  const [before, after] = [old.getReturnType(), now.getReturnType()];
  if (!infersAlike(now, old)) return false;
  return context.equality.types(before, after) || fits(context, after, before, "new to old");
}

/** Whether calls of both infer what their results mention from the same arguments. */
function infersAlike(now: ts.Signature, old: ts.Signature): boolean {
  const places = ({ declaration, typeParameters = [] }: ts.Signature) => {
    const { type, parameters = [] } = (declaration ?? {}) as { type?: ts.Node; parameters?: readonly ts.Node[] };
    const inResult = typeParameters.filter(({ symbol }) => type !== undefined && mentions(type, symbol.name));
    return inResult.map(({ symbol }) => parameters.map((one) => mentions(one, symbol.name)).join()).sort();
  };
  const [before, after] = [places(old), places(now)];
  return before.length === 0 || after.length === 0 || before.join(" ") === after.join(" ");
}

function mentions(node: ts.Node, name: string): boolean {
  const isName = ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && node.typeName.text === name;
  return isName || (ts.forEachChild(node, (child) => mentions(child, name)) ?? false);
}

function takesCount(parameters: readonly Parameter[], count: number): boolean {
  return requiredIn(parameters) <= count && (count <= parameters.length || parameters.some(({ rest }) => rest));
}

function takesNamed({ typeParameters = [] }: ts.Signature, count: number): boolean {
  const required = typeParameters.filter((one) => one.getDefault() === undefined).length;
  return required <= count && count <= typeParameters.length;
}

function requiredIn(parameters: readonly Parameter[]): number {
  return parameters.filter((one) => !one.optional && !one.rest).length;
}

function parameterAt(parameters: readonly Parameter[], at: number): Parameter | undefined {
  const last = parameters.at(-1);
  return parameters[at] ?? (last?.rest ? last : undefined);
}

/** Whether a parameter takes a value. A type parameter stands for whatever its constraint allows. */
function takes({ type, optional }: Parameter, value: ts.Type, checker: ts.TypeChecker): boolean {
  if (optional && value === checker.getUndefinedType()) return true;
  const whole = bounded(type, checker);
  // `never` fits everywhere and is no value; conditional types that are open may be let through as if they were.
  const none = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Never;
  if ((value.flags & ts.TypeFlags.Never) !== 0) return false;
  if ((value.flags & ts.TypeFlags.Instantiable) !== 0 && (whole.flags & none) !== 0) return false;
  return checker.isTypeAssignableTo(value, whole);
}

function partsOf({ type, optional }: Parameter, checker: ts.TypeChecker): readonly ts.Type[] {
  const whole = bounded(type, checker);
  return [...(whole.isUnion() ? whole.types : [whole]), ...(optional ? [checker.getUndefinedType()] : [])];
}

function bounded(type: ts.Type, checker: ts.TypeChecker): ts.Type {
  if (!(type.flags & ts.TypeFlags.TypeParameter)) return type;
  return checker.getBaseConstraintOfType(type) ?? checker.getUnknownType();
}

/** Whether every call of one signature is a call of another one. */
export function isCovered({ checker }: Context, one: ts.Signature, others: readonly ts.Signature[]): boolean {
  if (one.typeParameters?.length || checker.getTypePredicateOfSignature(one)) return false;
  const wanted = parametersOf(one, checker);
  return others.some((other) => {
    if (other.typeParameters?.length) return false;
    const taken = parametersOf(other, checker);
    if (requiredIn(taken) > requiredIn(wanted) || taken.length < wanted.length) return false;
    if (wanted.some(({ rest }) => rest) && !taken.some(({ rest }) => rest)) return false;
    if (!isReceived(one, other, checker)) return false;
    const fits = wanted.every((each, index) => {
      const counterpart = taken[index];
      return counterpart !== undefined && checker.isTypeAssignableTo(each.type, counterpart.type);
    });
    return fits && checker.isTypeAssignableTo(other.getReturnType(), one.getReturnType());
  });
}

/** Whether what one signature is called on is what another one wants to be called on. */
function isReceived(one: ts.Signature, other: ts.Signature, checker: ts.TypeChecker): boolean {
  const [given, wanted] = [one, other].map((signature) => {
    const symbol = thisParameterOf(signature);
    return symbol && checker.getTypeOfSymbol(symbol);
  });
  if (!wanted || wanted.flags & ts.TypeFlags.Void) return true;
  return given !== undefined && checker.isTypeAssignableTo(given, wanted);
}
