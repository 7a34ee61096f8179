import ts = require("typescript");

import { type At, type Context, report } from "./context.js";
import { constraintOf } from "./declared-parameters.js";
import { mappedOf } from "./mapped.js";
import { parametersOf } from "./parameters.js";
import { argumentLost } from "./rules/type-parameter-constraint.js";
import { typeText } from "./text.js";
import { isGenericMapped, isReference } from "./type-kinds.js";
import { namedOf } from "./type-names.js";

/** How deep in lists, unions and callbacks a type is looked for. */
const MAX_DEPTH = 4;

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
    if (!other || !isSaid(context, old, one) || isSaid(context, now, other) || !isMentioned(now, other)) continue;
    const constraint = constraintOf(other, checker);
    const standard = other.getDefault() ?? constraint;
    different = report(context, at, argumentLost(one.symbol.name, standard ? typeText(standard, checker) : "unknown"));
  }
  return different;
}

/** Whether an argument says what a type parameter is. */
function isSaid(context: Context, signature: ts.Signature, wanted: ts.TypeParameter): boolean {
  return parametersOf(signature, context.checker).some(({ type }) => says(context, type, wanted));
}

/** Whether a value of a type says what a type parameter is. The parameters of a callback follow from the others. */
function says(context: Context, type: ts.Type, wanted: ts.TypeParameter, depth = 0): boolean {
  const { checker, surfaces, variances } = context;
  if (type === wanted) return true;
  if (depth > MAX_DEPTH) return false;
  const visit = (one: ts.Type) => says(context, one, wanted, depth + 1);
  if (type.isUnionOrIntersection()) return type.types.some(visit);
  if (type.flags & ts.TypeFlags.TemplateLiteral) return (type as ts.TemplateLiteralType).types.some(visit);
  if (!(type.flags & ts.TypeFlags.Object)) return false;
  const mapped = mappedOf(type, checker);
  if (mapped) return [mapped.modifiers, mapped.over, mapped.value].some((one) => one !== undefined && visit(one));
  const named = namedOf(type, surfaces);
  if (named && named.args.length > 0) {
    const found = variances.of(named);
    if (named.args.some((arg, index) => found[index]?.polarity !== "input" && visit(arg))) return true;
    // What a type does with its arguments is not always known; its members are.
  }
  if (isReference(type)) return checker.getTypeArguments(type).some(visit);
  return (
    [ts.SignatureKind.Call, ts.SignatureKind.Construct].some((kind) =>
      checker.getSignaturesOfType(type, kind).some((call) => visit(call.getReturnType())),
    ) ||
    checker.getPropertiesOfType(type).some((property) => visit(checker.getTypeOfSymbol(property))) ||
    checker.getIndexInfosOfType(type).some((info) => visit(info.type))
  );
}

/** Whether a function mentions a type parameter outside of where it declares them. */
function isMentioned({ declaration }: ts.Signature, { symbol }: ts.TypeParameter): boolean {
  const isName = (node: ts.Node): boolean =>
    (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && node.typeName.text === symbol.name) ||
    (ts.forEachChild(node, isName) ?? false);
  const { parameters = [], type } = (declaration ?? {}) as { parameters?: readonly ts.Node[]; type?: ts.Node };
  return [...parameters, ...(type ? [type] : [])].some(isName);
}

/** Whether the result of a function is a mapped type that goes over a type parameter itself: of lists it makes lists. */
export function givesMapped({ checker }: Context, signature: ts.Signature): boolean {
  return contains(checker, signature.getReturnType(), (one) => mappedOf(one, checker)?.keepsForm === true);
}

/** Whether an argument of a function is a mapped type. */
export function takesMapped({ checker }: Context, signature: ts.Signature): boolean {
  return parametersOf(signature, checker).some(({ type }) => contains(checker, type, isGenericMapped));
}

/** Whether an argument of a function has a member or a result that is a mapped type. One that is such a type itself infers as before. */
export function takesMappedInside({ checker }: Context, signature: ts.Signature): boolean {
  const isMapped = (type: ts.Type, depth = 0): boolean => {
    if (depth > 0 && contains(checker, type, isGenericMapped)) return true;
    if (depth >= MAX_DEPTH || !(type.flags & ts.TypeFlags.Object) || checker.isArrayLikeType(type)) return false;
    return (
      checker
        .getSignaturesOfType(type, ts.SignatureKind.Call)
        .some((call) => isMapped(call.getReturnType(), depth + 1)) ||
      // Those of packages and of the language do not change.
      (!isReference(type) &&
        checker.getPropertiesOfType(type).some((one) => isMapped(checker.getTypeOfSymbol(one), depth + 1)))
    );
  };
  return parametersOf(signature, checker).some(({ type }) => isMapped(type));
}

/** Whether a type, a part of it or an element is one of those that are looked for. */
function contains(checker: ts.TypeChecker, type: ts.Type, is: (one: ts.Type) => boolean, depth = 0): boolean {
  if (is(type)) return true;
  if (depth >= MAX_DEPTH) return false;
  if (type.isUnionOrIntersection()) return type.types.some((part) => contains(checker, part, is, depth + 1));
  return isReference(type) && checker.getTypeArguments(type).some((arg) => contains(checker, arg, is, depth + 1));
}
