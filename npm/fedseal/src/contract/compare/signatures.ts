import ts = require("typescript");

import { flip, type Level } from "./change.js";
import { type At, type Context, report } from "./context.js";
import { compareInference } from "./inference.js";
import { byKey, keyPath, pairsByKey } from "./keyed.js";
import { isCovered, takerOfOtherCalls } from "./overloads.js";
import { isWhole, type Parameter, parametersOf, returnsThis, visibilityOf } from "./parameters.js";
import { withoutUndefined } from "./properties.js";
import { abstractChanged, constructorVisibility } from "./rules/class-not-constructible.js";
import { overloadAdded } from "./rules/overload-added.js";
import { callsTaken, overloadOrder } from "./rules/overload-order.js";
import { overloadRemoved, overloadsJoined } from "./rules/overload-removed.js";
import { parameterAdded } from "./rules/parameter-added.js";
import { parameterBecameOptional } from "./rules/parameter-became-optional.js";
import { parameterBecameRequired } from "./rules/parameter-became-required.js";
import { parameterRemoved } from "./rules/parameter-removed.js";
import { parameterRest } from "./rules/parameter-rest.js";
import { receiverChanged } from "./rules/receiver-changed.js";
import { requiredParameterAdded } from "./rules/required-parameter-added.js";
import { thisChanged } from "./rules/this-changed.js";
import { typeGuard, typeGuardRequired } from "./rules/type-guard.js";
import { resultAdded } from "./rules/type-narrowed.js";
import { resultRemoved } from "./rules/type-widened.js";
import { signatureText, typeText } from "./text.js";
import { isAny } from "./type-kinds.js";
import { compareTypeParameters } from "./type-parameters.js";
import { thisParameterOf } from "./typescript-internals.js";
import { acceptWider } from "./wider.js";

/** The overloads of two functions. */
export function compareSignatures(
  context: Context,
  old: readonly ts.Signature[],
  now: readonly ts.Signature[],
  at: At,
  owners: readonly [ts.Type, ts.Type],
): boolean {
  if (takesTheSameCalls(context, old, now, at, owners)) {
    const text = now.map((one) => signatureText(one, context.checker)).join("; ");
    return report(context, at, overloadsJoined(text));
  }
  const [one, other] = [old[0], now[0]];
  if (old.length === 1 && now.length === 1 && one && other) {
    const start = context.changes.length;
    const differs = compareSignature(context, one, other, at);
    // Assignability does not look at what a function asserts.
    const proves = [one, other].some((signature) => context.checker.getTypePredicateOfSignature(signature));
    if (isGeneric(one) && isGeneric(other) && at.polarity === "output" && !proves && ![one, other].some(isMethodLike)) {
      acceptWider(context, start, at, owners);
    }
    return differs;
  }
  const after = [...now];
  const left: ts.Signature[] = [];
  const order: number[] = [];
  const counterparts: [ts.Signature, ts.Signature][] = [];
  for (const one of old) {
    const found = after.findIndex((other) => context.equality.signatures(one, other));
    if (found < 0) {
      left.push(one);
      continue;
    }
    const [other] = after.splice(found, 1) as [ts.Signature];
    order.push(now.indexOf(other));
    counterparts.push([one, other]);
  }
  let different = false;
  const tell = (...args: Parameters<typeof report>) => {
    different = report(...args);
  };
  if (order.some((index, position) => position > 0 && index < (order[position - 1] as number))) {
    tell(context, at, overloadOrder());
  }
  if (left.length === after.length) {
    for (const [index, one] of left.entries()) {
      const other = after[index] as ts.Signature;
      counterparts.push([one, other]);
      different = compareSignature(context, one, other, at) || different;
    }
    const taker = at.polarity === "input" ? undefined : takerOfOtherCalls(context, old, now, counterparts);
    if (taker)
      tell(context, { ...at, now: taker.declaration ?? at.now }, callsTaken(signatureText(taker, context.checker)));
    return different;
  }
  for (const one of left) {
    // An overload that stands before the one that would take its calls may take them first.
    const open = now.slice(0, Math.max(1, now.findIndex((other) => after.includes(other)) + 1));
    const covered = isCovered(context, one, open);
    const text = signatureText(one, context.checker);
    tell(context, { ...at, old: one.declaration ?? at.old }, overloadRemoved(text, at.polarity !== "input", covered));
  }
  const last = Math.max(-1, ...order);
  for (const other of after) {
    const before = now.indexOf(other) < last;
    // Arrow functions that consumers give have parameters without types: of two overloads TypeScript may infer none.
    const level: Level = at.polarity === "output" && !before ? "minor" : "major";
    const text = signatureText(other, context.checker);
    tell(context, { ...at, now: other.declaration ?? at.now }, overloadAdded(text, before, level));
  }
  return different;
}

/**
 * Whether a function became generic, or has fewer overloads, and takes every call that the old one took. That is a question
 * for the compiler: calls infer the type arguments. It compares methods too leniently.
 */
function takesTheSameCalls(
  { checker }: Context,
  old: readonly ts.Signature[],
  now: readonly ts.Signature[],
  { polarity }: At,
  [was, is]: readonly [ts.Type, ts.Type],
): boolean {
  // A function with fewer parameters fits where one with more is expected, and does not take their calls.
  const count = (signature: ts.Signature) => parametersOf(signature, checker).length;
  const hasRest = (signature: ts.Signature) => parametersOf(signature, checker).some(({ rest }) => rest);
  const isFewer = (one: ts.Signature) =>
    !now.some((other) => hasRest(other) || (!hasRest(one) && count(other) >= count(one)));
  const isCandidate = old.length >= now.length && !old.some(isGeneric) && now.some(isGeneric) && !old.some(isFewer);
  if (polarity !== "output" || !isCandidate || [...old, ...now].some(isMethodLike)) return false;
  return checker.isTypeAssignableTo(is, was);
}

function isGeneric({ typeParameters }: ts.Signature): boolean {
  return typeParameters !== undefined && typeParameters.length > 0;
}

/** TypeScript compares the parameters of methods and constructors in both directions. */
function isMethodLike({ declaration }: ts.Signature): boolean {
  if (declaration === undefined) return false;
  return (
    ts.isMethodSignature(declaration) ||
    ts.isMethodDeclaration(declaration) ||
    ts.isConstructorDeclaration(declaration) ||
    ts.isConstructSignatureDeclaration(declaration) ||
    ts.isConstructorTypeNode(declaration)
  );
}

/** Two signatures, parameter by parameter. */
export function compareSignature(context: Context, old: ts.Signature, now: ts.Signature, at: At): boolean {
  const here: At = { ...at, props: false, old: old.declaration ?? at.old, now: now.declaration ?? at.now };
  let different = compareTypeParameters(
    context,
    old.typeParameters ?? [],
    now.typeParameters ?? [],
    here,
    old.declaration,
  );
  different = compareVisibility(context, old, now, here) || different;
  // A private constructor shows no parameters.
  if ([old, now].some((signature) => visibilityOf(signature).endsWith("private"))) return different;
  different = compareReceivers(context, old, now, here) || different;
  different = compareParameters(context, old, now, here) || different;
  different = compareInference(context, old, now, here) || different;
  const result: At = { ...here, path: here.path === "" ? "" : `${here.path}()`, writable: false, method: false };
  const guard = compareGuards(context, old, now, result);
  if (guard !== undefined) return guard || different;
  return compareResults(context, old, now, result) || different;
}

/** Who may construct. */
export function compareVisibility(context: Context, old: ts.Signature, now: ts.Signature, at: At): boolean {
  const [before, after] = [visibilityOf(old), visibilityOf(now)];
  const who = (words: string) => words.split(" ").at(-1) as "private" | "protected" | "public";
  const isAbstract = (words: string) => words.startsWith("abstract ");
  let different = false;
  if (isAbstract(before) !== isAbstract(after)) {
    const level: Level = isAbstract(after) === (at.polarity !== "input") ? "major" : "minor";
    different = report(context, at, abstractChanged("it", isAbstract(after), level));
  }
  if (who(before) !== who(after)) {
    const order = ["private", "protected", "public"];
    const narrower = order.indexOf(who(after)) < order.indexOf(who(before));
    different = report(context, at, constructorVisibility(who(after), narrower));
  }
  return different;
}

function compareGuards(context: Context, old: ts.Signature, now: ts.Signature, at: At): boolean | undefined {
  const { checker, equality } = context;
  const [before, after] = [checker.getTypePredicateOfSignature(old), checker.getTypePredicateOfSignature(now)];
  if (!before && !after) return undefined;
  if (!before || !after || before.kind !== after.kind || before.parameterIndex !== after.parameterIndex) {
    const gained = !before && after?.type !== undefined && at.polarity === "output";
    const message = gained
      ? "it is a type guard now"
      : before && !after
        ? "it is no longer a type guard"
        : "it proves something about another argument, or in another way";
    const required = !before && after?.type !== undefined && !gained;
    report(context, at, required ? typeGuardRequired() : typeGuard(message, gained ? "minor" : "major"));
    // A guard returns a boolean, and an assertion nothing.
    if (gained) compareResults(context, old, now, at);
    return true;
  }
  if (!before.type || !after.type) {
    return before.type === after.type ? false : report(context, at, typeGuard("it proves something else", "major"));
  }
  if (equality.types(before.type, after.type)) return false;
  const [was, is] = [typeText(before.type, checker), typeText(after.type, checker)];
  // An assertion has no other branch: proving more is fine.
  const asserts =
    before.kind === ts.TypePredicateKind.AssertsIdentifier || before.kind === ts.TypePredicateKind.AssertsThis;
  if (asserts) return context.compare(before.type, after.type, { ...at, writable: false });
  // Where a declared type changed, the change is reported there.
  if (was === is) return context.compare(before.type, after.type, { ...at, polarity: "both" });
  return report(context, at, typeGuard(`it proves ${is} instead of ${was}`, "major"));
}

function compareResults(context: Context, old: ts.Signature, now: ts.Signature, at: At): boolean {
  const { checker } = context;
  const [before, after] = [old.getReturnType(), now.getReturnType()];
  let different = false;
  if (returnsThis(old) !== returnsThis(now)) {
    different = report(context, at, thisChanged(typeText(after, checker), returnsThis(now), at.polarity));
  }
  const pairs = pairsByKey(context, before, after) ?? [[undefined, before, after] as const];
  for (const [key, one, other] of pairs) {
    const here = key === undefined ? at : { ...at, path: keyPath(at.path, key) };
    different = compareResult(context, one, other, here) || different;
  }
  return different;
}

function compareResult(context: Context, before: ts.Type, after: ts.Type, at: At): boolean {
  const { checker } = context;
  const [was, is] = [typeText(before, checker), typeText(after, checker)];
  const isVoid = (type: ts.Type) => (type.flags & ts.TypeFlags.Void) !== 0;
  if (isVoid(before) !== isVoid(after) && !isAny(before) && !isAny(after)) {
    // A function that returns something is assignable to one that returns nothing.
    const gained = isVoid(before);
    // `unknown` is everything.
    const everything = gained ? after : before;
    if (everything.flags & ts.TypeFlags.Unknown && at.polarity === (gained ? "input" : "output")) {
      return report(context, at, gained ? resultRemoved(was, is, "minor") : resultAdded(was, is, "minor"));
    }
    const level: Level = at.polarity === (gained ? "output" : "input") ? "minor" : "major";
    return report(context, at, gained ? resultAdded(was, is, level) : resultRemoved(was, is, level));
  }
  return context.compare(before, after, at);
}

function compareParameters(context: Context, old: ts.Signature, now: ts.Signature, at: At): boolean {
  const { checker } = context;
  // Who gives the arguments.
  const polarity = at.method && at.polarity === "both" ? "input" : flip(at.polarity);
  return compareParameterLists(context, parametersOf(old, checker), parametersOf(now, checker), { ...at, polarity });
}

/** Two lists of parameters; the polarity says who gives the arguments. */
export function compareParameterLists(
  context: Context,
  before: readonly Parameter[],
  after: readonly Parameter[],
  at: At,
): boolean {
  const { polarity } = at;
  let different = false;
  const tell = (...args: Parameters<typeof report>) => {
    different = report(...args);
  };
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    // What a rest parameter takes, it takes at every place behind it.
    const one = before[index] ?? (polarity === "output" ? restOf(before) : undefined);
    const other = after[index] ?? (polarity === "input" ? restOf(after) : undefined);
    const name = (one ?? other)?.name ?? "";
    const here: At = {
      path: at.path === "" ? "" : `${at.path}(${name})`,
      polarity,
      writable: false,
      old: one?.node ?? at.old,
      now: other?.node ?? at.now,
    };
    if (one && other) different = compareParameter(context, one, other, here, restOf(after) !== undefined) || different;
    else if (other) {
      // A list that nobody can give, `...args: never`, cannot be left out either.
      const optional = other.optional || (other.rest && !(other.type.flags & ts.TypeFlags.Never));
      if (optional || polarity === "output") tell(context, here, parameterAdded(name, optional, polarity === "input"));
      else tell(context, here, requiredParameterAdded(name, after.length, before.length));
    } else if (one) tell(context, here, parameterRemoved(name, polarity, after.length, before.length));
  }
  return different;
}

function restOf(parameters: readonly Parameter[]): Parameter | undefined {
  const last = parameters.at(-1);
  return last?.rest ? last : undefined;
}

/** Two parameters; `open`: whether the new function takes any number of arguments. */
function compareParameter(context: Context, old: Parameter, now: Parameter, at: At, open: boolean): boolean {
  let different = false;
  if (old.rest !== now.rest) {
    // Of the two, the one that takes the arguments has to take what is given for the other one.
    const [taken, given, taker] = now.rest ? [now, old, "input"] : [old, now, "output"];
    const spread = open && at.polarity === taker && (!given.optional || takesUndefined(taken.type));
    if (spread) context.compare(old.type, now.type, at);
    return report(context, at, parameterRest(old.name, now.rest, spread ? "minor" : "major"));
  }
  if (old.list && now.list && isWhole(old) !== isWhole(now)) return context.compare(old.list, now.list, at);
  // A callback that takes `undefined` takes a missing argument.
  const required = old.optional ? now : old;
  if (old.optional !== now.optional && !(at.polarity === "output" && takesUndefined(required.type))) {
    const verdict = now.optional
      ? parameterBecameOptional(old.name, at.polarity)
      : parameterBecameRequired(old.name, at.polarity);
    different = report(context, at, verdict);
  }
  // `a?: T` and `a: T | undefined` hold the same values.
  const [before, after] = [old, now].map(({ type }) =>
    old.optional === now.optional ? type : withoutUndefined(type, context.checker),
  ) as [ts.Type, ts.Type];
  // `...args: Arguments<K>` is a list of arguments for each key.
  const args = old.rest && [before, after].every((type) => byKey(type, context.checker) !== undefined);
  return context.compare(before, after, args ? { ...at, args } : at) || different;
}

/** What `this` has to be for a function. */
function compareReceivers(context: Context, old: ts.Signature, now: ts.Signature, outer: At): boolean {
  const { checker } = context;
  const [before, after] = [old, now].map((signature) => {
    const symbol = thisParameterOf(signature);
    return symbol && checker.getTypeOfSymbol(symbol);
  });
  const polarity = outer.method && outer.polarity === "both" ? "input" : flip(outer.polarity);
  const at: At = { ...outer, path: outer.path === "" ? "" : `${outer.path}(this)`, polarity, writable: false };
  const isFree = (type: ts.Type | undefined) => type === undefined || (type.flags & ts.TypeFlags.Void) !== 0;
  if (before && after) return context.compare(before, after, at);
  if (after && !isFree(after)) {
    // Whoever calls it has to have one; a callback that has another one no longer fits.
    return report(context, at, receiverChanged(typeText(after, checker), "major"));
  }
  if (before && !isFree(before)) {
    return report(context, at, receiverChanged(undefined, polarity === "input" ? "minor" : "major"));
  }
  return false;
}

function takesUndefined(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Unknown | ts.TypeFlags.Any));
}
