import ts = require("typescript");

import { isNominal } from "./bases.js";
import type { Polarity } from "./change.js";
import { type At, type Context, report } from "./context.js";
import { constraintOf } from "./declared-parameters.js";
import { Growth } from "./growth.js";
import { mappedOf } from "./mapped.js";
import { parametersOf } from "./parameters.js";
import { argumentLost } from "./rules/type-parameter-constraint.js";
import { typeText } from "./text.js";
import { isGenericMapped, isReference } from "./type-kinds.js";
import { namedOf } from "./type-names.js";

/**
 * Type parameters that calls inferred from an argument, and that no argument says any more, although something else of the
 * function depends on them: `first<T>(list: unknown[]): T`, where the list was a `T[]`. More is accepted, and what comes back
 * is no longer known.
 */
export function compareInference(context: Context, old: ts.Signature, now: ts.Signature, at: At): boolean {
  const { checker, equality } = context;
  if (at.polarity === "input") return false;
  let different = false;
  for (const one of old.typeParameters ?? []) {
    const other = now.typeParameters?.find((each) => equality.isPaired(one, each));
    if (!other || !isMentioned((now.declaration ?? {}) as Mentioning, other)) continue;
    const isLost = (how: Saying) => isSaid(context, old, one, how) && !isSaid(context, now, other, how);
    if (!isLost("by name") && !(isLost("by value") && isReceived(context, now, other))) continue;
    const constraint = constraintOf(other, checker);
    const standard = other.getDefault() ?? constraint;
    different = report(context, at, argumentLost(one.symbol.name, standard ? typeText(standard, checker) : "unknown"));
  }
  return different;
}

/**
 * How an argument says what a type parameter is: with its value, or with the name of its type as well, `QueryOptions<T>` of which no
 * member depends on `T`. That says nothing about an object literal.
 */
type Saying = "by value" | "by name";

/** Whether an argument says what a type parameter is. */
function isSaid(context: Context, signature: ts.Signature, wanted: ts.TypeParameter, how: Saying): boolean {
  return parametersOf(signature, context.checker).some(({ type }) => says(context, type, wanted, how));
}

/** Whether a value of a type says what a type parameter is. The parameters of a callback follow from the others. */
function says(context: Context, type: ts.Type, wanted: ts.TypeParameter, how: Saying): boolean {
  const { checker, surfaces, variances } = context;
  return search(context, type, (one, visit) => {
    if (one === wanted) return true;
    if (one.isUnionOrIntersection()) return one.types.some(visit);
    if (one.flags & ts.TypeFlags.TemplateLiteral) return (one as ts.TemplateLiteralType).types.some(visit);
    if (!(one.flags & ts.TypeFlags.Object)) return false;
    const mapped = mappedOf(one, checker);
    if (mapped) return [mapped.modifiers, mapped.over, mapped.value].some((part) => part !== undefined && visit(part));
    const named = namedOf(one, surfaces);
    // A value of a class with private members, or of a package's type, always has the name of its type.
    const hasName = how === "by name" || named?.package !== undefined || isNominal(named?.symbol, surfaces);
    if (named && named.args.length > 0) {
      const found = variances.of(named);
      const isSaying = (polarity: Polarity | undefined) => (polarity === undefined ? hasName : polarity !== "input");
      if (named.args.some((arg, index) => isSaying(found[index]?.polarity) && visit(arg))) return true;
      // What a type does with its arguments is not always known; its members are.
    }
    if (isReference(one) && (hasName || named === undefined)) return checker.getTypeArguments(one).some(visit);
    return (
      [ts.SignatureKind.Call, ts.SignatureKind.Construct].some((kind) =>
        checker.getSignaturesOfType(one, kind).some((call) => visit(call.getReturnType())),
      ) ||
      checker.getPropertiesOfType(one).some((property) => visit(checker.getTypeOfSymbol(property))) ||
      checker.getIndexInfosOfType(one).some((info) => visit(info.type))
    );
  });
}

/** Whether whoever calls a function is given values of a type parameter: as its result, or in a callback. */
function isReceived(context: Context, signature: ts.Signature, wanted: ts.TypeParameter): boolean {
  const { checker, surfaces, variances } = context;
  const { type: result } = (signature.declaration ?? {}) as { type?: ts.Node };
  if (result && isMentioned({ type: result }, wanted)) return true;
  const isGiven = (type: ts.Type) =>
    search(context, type, (one, visit) => {
      if (one.isUnionOrIntersection()) return one.types.some(visit);
      if (!(one.flags & ts.TypeFlags.Object)) return false;
      const named = namedOf(one, surfaces);
      const found = named ? variances.of(named) : [];
      if (named?.args.some((arg, index) => arg === wanted && /input|both/.test(found[index]?.polarity ?? "")))
        return true;
      const takes = (call: ts.Signature) => parametersOf(call, checker).some((parameter) => parameter.type === wanted);
      return (
        checker.getSignaturesOfType(one, ts.SignatureKind.Call).some(takes) ||
        checker.getPropertiesOfType(one).some((property) => visit(checker.getTypeOfSymbol(property)))
      );
    });
  return parametersOf(signature, checker).some(({ type }) => isGiven(type));
}

/** Asks about a type and what is in it that mentions type parameters, each part once and not without end. */
export function search(
  { checker, equality }: Context,
  type: ts.Type,
  is: (one: ts.Type, visit: (part: ts.Type) => boolean) => boolean,
): boolean {
  const met = new Set<ts.Type>();
  const growth = new Growth(checker);
  const visit = (one: ts.Type): boolean => {
    if (met.has(one) || !equality.isOpen(one)) return false;
    met.add(one);
    return growth.within([one], false, () => is(one, visit));
  };
  return visit(type);
}

/** Whether a function, or a part of it, mentions a type parameter outside of where it declares them. */
function isMentioned({ parameters = [], type }: Mentioning, { symbol }: ts.TypeParameter): boolean {
  const isName = (node: ts.Node): boolean =>
    (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && node.typeName.text === symbol.name) ||
    (ts.forEachChild(node, isName) ?? false);
  return [...parameters, ...(type ? [type] : [])].some(isName);
}

interface Mentioning {
  parameters?: readonly ts.Node[];
  type?: ts.Node;
}

/** Whether the result of a function is a mapped type that goes over a type parameter itself: of lists it makes lists. */
export function givesMapped(context: Context, signature: ts.Signature): boolean {
  return contains(context, signature.getReturnType(), (one) => mappedOf(one, context.checker)?.keepsForm === true);
}

/** Whether an argument of a function is a mapped type. */
export function takesMapped(context: Context, signature: ts.Signature): boolean {
  return parametersOf(signature, context.checker).some(({ type }) => contains(context, type, isGenericMapped));
}

/** Whether an argument of a function has a member or a result that is a mapped type. One that is such a type itself infers as before. */
export function takesMappedInside(context: Context, signature: ts.Signature): boolean {
  const { checker } = context;
  const isMapped = (type: ts.Type) =>
    search(context, type, (one, visit) => {
      if (one !== type && contains(context, one, isGenericMapped)) return true;
      if (!(one.flags & ts.TypeFlags.Object) || checker.isArrayLikeType(one)) return false;
      return (
        checker.getSignaturesOfType(one, ts.SignatureKind.Call).some((call) => visit(call.getReturnType())) ||
        // Those of packages and of the language do not change.
        (!isReference(one) &&
          checker.getPropertiesOfType(one).some((property) => visit(checker.getTypeOfSymbol(property))))
      );
    });
  return parametersOf(signature, checker).some(({ type }) => isMapped(type));
}

/** Whether a type, a part of it or an element is one of those that are looked for: of those that mention type parameters. */
function contains(context: Context, type: ts.Type, is: (one: ts.Type) => boolean): boolean {
  return search(context, type, (one, visit) => {
    if (is(one)) return true;
    if (one.isUnionOrIntersection()) return one.types.some(visit);
    return isReference(one) && context.checker.getTypeArguments(one).some((arg) => arg !== one && visit(arg));
  });
}
