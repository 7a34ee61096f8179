import ts = require("typescript");

import type { At, Context } from "./context.js";
import { givesMapped, search, takesMapped, takesMappedInside } from "./inference.js";
import { hasKey } from "./keyed.js";
import { parametersOf } from "./parameters.js";
import { OF_LISTS } from "./rules/type-changed.js";
import { isReference } from "./type-kinds.js";
import { namedOf } from "./type-names.js";

const ABOUT_TYPES =
  /^contract\/(type-(changed|narrowed|widened)|union-member-(added|removed)|property-became-(optional|required))$/;

/**
 * The types of two generic functions contain different type parameters, of which only the compiler can say whether one fits
 * the other. Where it takes the new function for the old one, no type in it breaks a call.
 */
export function acceptWider(
  context: Context,
  start: number,
  { path }: At,
  [was, is]: readonly [ts.Type, ts.Type],
): void {
  const { changes, checker } = context;
  const own = changes.slice(start).filter(
    (one) =>
      one.level === "major" &&
      ABOUT_TYPES.test(one.rule) &&
      one.because !== OF_LISTS &&
      // It takes the receivers of callbacks in both directions, for a function that is generic, too.
      !one.export.includes("(this)") &&
      one.export.startsWith(path) &&
      !one.export.startsWith(`${path}<`) &&
      // It does not resolve a conditional type for each key.
      !hasKey(one.export),
  );
  if (
    own.length === 0 ||
    infersElsewhere(context, is) ||
    infersFromMapped(context, was, is) ||
    absorbs(context, was) ||
    absorbs(context, is)
  )
    return;
  if (!checker.isTypeAssignableTo(is, was)) return;
  const unsure = unsurePlaces(context, path, was, is);
  for (const one of own) {
    if (unsure.some((place) => one.export.startsWith(place))) continue;
    one.level = "minor";
    one.because = "TypeScript takes the new function wherever the old one is expected.";
  }
}

/** Places of a generic function about which the compiler says more than is true. */
function unsurePlaces(context: Context, path: string, was: ts.Type, is: ts.Type): string[] {
  const { checker, equality } = context;
  const [old, now] = [was, is].map((type) => checker.getSignaturesOfType(type, ts.SignatureKind.Call)[0]);
  if (!old || !now) return [];
  // To the compiler, `{}` fits every `Partial<T>`: also that of a string.
  const places = givesMapped(context, old) && !equality.isOpen(now.getReturnType()) ? [`${path}()`] : [];
  if (old.typeParameters?.length !== now.typeParameters?.length) return places;
  // It infers a type argument that fits; calls that name it gave anything.
  const before = parametersOf(old, checker);
  const after = parametersOf(now, checker);
  const named = before.filter(({ type }, index) => {
    const other = after[index];
    return other !== undefined && !equality.isOpen(type) && equality.isOpen(other.type);
  });
  return [...places, ...named.map(({ name }) => `${path}(${name})`)];
}

/** Whether calls infer a type parameter of the result from a mapped type, `Partial<T>`: another type than the one given. */
function infersElsewhere(context: Context, type: ts.Type): boolean {
  const { checker, equality, surfaces, variances } = context;
  const [signature] = checker.getSignaturesOfType(type, ts.SignatureKind.Call);
  if (!signature || !equality.isOpen(signature.getReturnType())) return false;
  // Of a large fluent type the compiler would infer for minutes.
  const result = namedOf(signature.getReturnType(), surfaces);
  if (result?.package === undefined && result && variances.of(result).some((one) => one.indirect)) return true;
  return takesMapped(context, signature);
}

/** Whether calls infer from a mapped type where they did not. */
function infersFromMapped(context: Context, was: ts.Type, is: ts.Type): boolean {
  const [old, now] = [was, is].map((type) => context.checker.getSignaturesOfType(type, ts.SignatureKind.Call)[0]);
  return old !== undefined && now !== undefined && takesMappedInside(context, now) && !takesMappedInside(context, old);
}

/**
 * Whether calls infer the rest of a union for a type parameter: where `T | Promise<T>` is given for `T | string`, the whole is
 * taken for the new `T`. Calls that name their type arguments are not taken.
 */
function absorbs(context: Context, type: ts.Type): boolean {
  const { checker } = context;
  const [signature] = checker.getSignaturesOfType(type, ts.SignatureKind.Call);
  const isOwn = (one: ts.Type) => signature?.typeParameters?.includes(one as ts.TypeParameter) ?? false;
  const takes = (call: ts.Signature, visit: (one: ts.Type) => boolean) =>
    parametersOf(call, checker).some((parameter) => visit(parameter.type));
  const isFound = (argument: ts.Type) =>
    search(context, argument, (one, visit) => {
      if (one.isUnion()) return one.types.some((part) => isOwn(part) || visit(part));
      if (isReference(one)) return checker.getTypeArguments(one).some(visit);
      return checker
        .getSignaturesOfType(one, ts.SignatureKind.Call)
        .some((call) => visit(call.getReturnType()) || takes(call, visit));
    });
  return signature !== undefined && takes(signature, isFound);
}
