import ts = require("typescript");

import { type At, type Context, report } from "./context.js";
import { fits, hasExcess } from "./fits.js";
import { compareLeaf, reportNarrowed, reportWidened } from "./leaf.js";
import { probe } from "./probe.js";
import { isOptional, memberName, readType } from "./properties.js";
import { typeChanged, typeRewritten } from "./rules/type-changed.js";
import { typeNarrowed } from "./rules/type-narrowed.js";
import { typeWidened } from "./rules/type-widened.js";
import { typeText, wholeText } from "./text.js";
import { isGenericMapped, isStructure } from "./type-kinds.js";
import { namedOf } from "./type-names.js";
import { emptyObject } from "./typescript-internals.js";

/** Unions, member by member: those that both have, those that changed, those that came or went. */
export function compareUnions(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { checker, equality } = context;
  const before = old.isUnion() ? [...old.types] : [old];
  const after = now.isUnion() ? [...now.types] : [now];
  takePairs(before, after, (one, other) => equality.types(one, other));
  if (before.length === 0 && after.length === 0) return false;
  const [was, is] = [typeText(old, checker), typeText(now, checker)];
  const cases = before.length !== after.length ? levelOfCases(context, before, after, at) : undefined;
  if (cases === "narrower") return report(context, at, typeNarrowed(was, is, "minor"));
  if (cases === "wider") return report(context, at, typeWidened(was, is, "minor"));
  const changed = [
    ...takePairs(before, after, (one, other) => isSameText(context, one, other)),
    ...takePairs(before, after, (one, other) => isCounterpart(context, one, other)),
  ];
  let different = false;
  for (const [one, other] of changed) different = context.compare(one, other, at) || different;
  const isMixed = (pairs: [ts.Type, ts.Type][]) =>
    (at.polarity !== "output" && closesMember(context, pairs, old)) ||
    (at.polarity !== "input" && blursMember(context, pairs, old));
  if (isMixed(changed)) different = report(context, at, typeChanged(was, is));
  if (before.length === 0 && after.length === 0) return different;
  const [one, other] = [before[0], after[0]];
  const isAnonymous = (type: ts.Type) =>
    (isStructure(type) || type.isIntersection()) && !namedOf(type, context.surfaces);
  if (before.length === 1 && after.length === 1 && one && other && isAnonymous(one) && isAnonymous(other)) {
    if (old.isUnion() && isMixed([[one, other]])) different = report(context, at, typeChanged(was, is));
    return context.compare(one, other, at) || different;
  }
  // `Fields[K] | null`: the compiler does not relate what two type parameters are the index of.
  if (
    before.length === 1 &&
    after.length === 1 &&
    one &&
    other &&
    one.flags & other.flags & ts.TypeFlags.IndexedAccess
  ) {
    return context.compare(one, other, at) || different;
  }
  const gone = before.filter((part) => !fits(context, part, now, "old to new"));
  const come = after.filter((part) => !fits(context, part, old, "new to old"));
  if (gone.length === 0 && come.length === 0) {
    // `string | "a"`: both say the same.
    const narrow = at.polarity !== "output" && before.some((part) => hasExcess(context, part, now));
    return report(context, at, narrow ? typeChanged(was, is) : typeRewritten(was, is));
  }
  if (gone.length > 0 && come.length > 0) return report(context, at, typeChanged(was, is));
  if (come.length > 0) {
    const narrow = at.polarity === "input" && before.some((part) => hasExcess(context, part, now));
    return narrow ? report(context, at, typeChanged(was, is)) : reportWidened(context, old, now, come, at);
  }
  return reportNarrowed(context, old, now, gone, at);
}

/**
 * One object that became several cases of it, or the reverse: fine where each case is, for who reads it or who gives it.
 */
function levelOfCases(
  context: Context,
  before: readonly ts.Type[],
  after: readonly ts.Type[],
  at: At,
): "narrower" | "wider" | undefined {
  const single = at.polarity === "output" ? before : at.polarity === "input" ? after : [];
  if (single.length !== 1 || before.length === 0 || after.length === 0 || ![...before, ...after].every(isStructure))
    return undefined;
  const changes = probe(context, () => {
    for (const old of before) for (const now of after) context.compare(old, now, at);
  });
  if (changes.some((one) => one.level === "major")) return undefined;
  return at.polarity === "output" ? "narrower" : "wider";
}

/**
 * Whether a member of a union forbids what could be given beside it: an object literal may have the members of all parts of a
 * union, until one part says `other?: never`.
 */
function closesMember(context: Context, changed: readonly [ts.Type, ts.Type][], old: ts.Type): boolean {
  const { checker } = context;
  const parts = old.isUnion() ? old.types : [old];
  return changed.some(([one, other]) =>
    checker.getPropertiesOfType(other).some((property) => {
      if (checker.getPropertyOfType(one, property.name)) return false;
      const beside = parts.flatMap((part) =>
        part === one ? [] : (checker.getPropertyOfType(part, property.name) ?? []),
      );
      const type = readType(property, checker);
      return beside.some((known) => !fits(context, readType(known, checker), type, "old to new"));
    }),
  );
}

/**
 * Whether a part of a union has a member newly that another part has with another type: code that asks `"id" in value` met only
 * that other part.
 */
function blursMember(context: Context, changed: readonly [ts.Type, ts.Type][], old: ts.Type): boolean {
  const { checker } = context;
  const parts = old.isUnion() ? old.types : [old];
  return changed.some(([one, other]) =>
    checker.getPropertiesOfType(other).some((property) => {
      if (checker.getPropertyOfType(one, property.name)) return false;
      const type = readType(property, checker);
      if (type.flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined)) return false;
      const beside = parts.flatMap((part) => checker.getPropertyOfType(part, property.name) ?? []);
      return beside.length > 0 && !beside.some((known) => fits(context, type, readType(known, checker), "new to old"));
    }),
  );
}

/** Takes pairs out of two lists. */
function takePairs(
  before: ts.Type[],
  after: ts.Type[],
  isPair: (one: ts.Type, other: ts.Type) => boolean,
): [ts.Type, ts.Type][] {
  const pairs: [ts.Type, ts.Type][] = [];
  for (const one of [...before]) {
    const found = after.findIndex((other) => isPair(one, other));
    if (found < 0) continue;
    pairs.push([one, after[found] as ts.Type]);
    before.splice(before.indexOf(one), 1);
    after.splice(found, 1);
  }
  return pairs;
}

/** Whether two members without names are written in the same words, so that what they mention changed. */
function isSameText({ checker, surfaces }: Context, old: ts.Type, now: ts.Type): boolean {
  if (namedOf(old, surfaces) || namedOf(now, surfaces)) return false;
  return wholeText(old, checker) === wholeText(now, checker);
}

/** Whether two members of unions are the same member, changed: one name, or one literal that tells them apart. */
function isCounterpart(context: Context, old: ts.Type, now: ts.Type): boolean {
  const { checker, equality, surfaces } = context;
  const [before, after] = [namedOf(old, surfaces), namedOf(now, surfaces)];
  if (before && after && before.name === after.name && before.package === after.package) return true;
  if (before?.package !== undefined || after?.package !== undefined) return false;
  if (!isStructure(old) || !isStructure(now)) {
    // Nearly the same words, where the whole is long.
    return haveSameParts(context, old, now) || typeText(old, checker) === typeText(now, checker);
  }
  const literals = new Map<string, ts.Type>();
  for (const property of checker.getPropertiesOfType(old)) {
    const type = checker.getTypeOfSymbol(property);
    if (type.flags & ts.TypeFlags.Literal) literals.set(memberName(property), type);
  }
  for (const property of checker.getPropertiesOfType(now)) {
    const literal = literals.get(memberName(property));
    const type = checker.getTypeOfSymbol(property);
    if (literal && type.flags & ts.TypeFlags.Literal && equality.types(literal, type)) return true;
  }
  const calls = (type: ts.Type) => type.getCallSignatures().length > 0;
  return (calls(old) && calls(now)) || isSimilar(context, old, now);
}

/** Whether two types are intersections of the same parts by name: `Base & Own<T>`, of which nobody knows the members here. */
function haveSameParts({ equality, surfaces }: Context, old: ts.Type, now: ts.Type): boolean {
  if (!old.isIntersection() || !now.isIntersection() || old.types.length !== now.types.length) return false;
  const isSame = (one: ts.Type, other: ts.Type) => {
    const [before, after] = [namedOf(one, surfaces), namedOf(other, surfaces)];
    const hasName = before !== undefined && before.name === after?.name && before.package === after.package;
    return hasName || equality.types(one, other);
  };
  return old.types.every((one) => now.types.some((other) => isSame(one, other)));
}

/** Whether two objects of a union without names have most of their required members in common. */
function isSimilar({ checker }: Context, old: ts.Type, now: ts.Type): boolean {
  const namesIn = (type: ts.Type) => {
    const required = checker.getPropertiesOfType(type).filter((one) => !(one.flags & ts.SymbolFlags.Optional));
    return new Set(required.map(({ name }) => name));
  };
  const [before, after] = [namesIn(old), namesIn(now)];
  return before.size > 0 && before.size === after.size && [...before].every((name) => after.has(name));
}

const PRIMITIVE =
  ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike | ts.TypeFlags.BooleanLike;

/** Intersections whose members can be paired; undefined where the whole has to be compared. */
export function compareIntersections(context: Context, old: ts.Type, now: ts.Type, at: At): boolean | undefined {
  const { checker, equality } = context;
  if (!old.isIntersection() || !now.isIntersection()) return compareExtension(context, old, now, at);
  if (isStructure(old) && isStructure(now)) return compareParts(context, old, now, at);
  const before = [...old.types];
  const after = [...now.types];
  takePairs(before, after, (one, other) => equality.types(one, other));
  if (before.length === 0 && after.length === 0) return false;
  if (before.length === 0 || after.length === 0) return compareExtension(context, old, now, at);
  const isBranded = (type: ts.IntersectionType) => type.types.some((part) => part.flags & PRIMITIVE);
  const isMarked = (type: ts.Type) =>
    isStructure(type) &&
    checker.getPropertiesOfType(type).every((one) => isMark(one, checker)) &&
    checker.getIndexInfosOfType(type).length + type.getCallSignatures().length === 0;
  if (isBranded(old) && isBranded(now) && [...before, ...after].every(isMarked) && before.length === after.length) {
    // A brand: nobody makes such values but by the remote's own functions, which give the new one. What asks for nothing is
    // none: whoever has the primitive has such a value.
    const isBrand = (type: ts.Type) => checker.getPropertiesOfType(type).some((one) => !isOptional(one));
    if (![...before, ...after].every(isBrand)) return compareLeaf(context, old, now, at);
    return report(context, at, typeRewritten(typeText(old, checker), typeText(now, checker)));
  }
  const changed = takePairs(before, after, (one, other) => isOmitOfSame(context, one, other));
  let different = false;
  for (const [one, other] of changed) {
    if (isCoveredBy(context, one, other, now)) continue;
    different = context.compare(one, other, at) || different;
  }
  for (const [one, other] of takePairs(before, after, (a, b) => isCounterpart(context, a, b))) {
    different = context.compare(one, other, at) || different;
  }
  if (before.length !== after.length) return undefined;
  for (const [index, one] of before.entries()) {
    different = context.compare(one, after[index] as ts.Type, at) || different;
  }
  return different || changed.length > 0;
}

/** Whether a member only tells types apart: by its name nobody reads it, or its type says all that there is to read. */
function isMark(member: ts.Symbol, checker: ts.TypeChecker): boolean {
  const type = readType(member, checker);
  return /^[_[]|brand|tag/i.test(memberName(member)) || (type.flags & (ts.TypeFlags.Unit | ts.TypeFlags.Never)) !== 0;
}

/**
 * `Mapped & { more?: string }` in place of `Mapped`, or the reverse: members were added or went. Undefined where more differs.
 */
function compareExtension(context: Context, old: ts.Type, now: ts.Type, at: At): boolean | undefined {
  const before = old.isIntersection() ? [...old.types] : [old];
  const after = now.isIntersection() ? [...now.types] : [now];
  const pairs = takePairs(before, after, (one, other) => context.equality.types(one, other));
  // Of objects the members are known, and of a brand nobody makes values.
  const isBrand = pairs.some(([one]) => one.flags & PRIMITIVE);
  const isVariable = pairs.some(([one]) => one.flags & ts.TypeFlags.Instantiable);
  if (isBrand || !(isVariable || pairs.some(([one]) => isGenericMapped(one)))) return undefined;
  if ((before.length > 0 && after.length > 0) || ![...before, ...after].every(isStructure)) return undefined;
  // Whatever else a value has belongs to the type parameter then.
  if (isVariable && before.length > 0) return undefined;
  const nothing = emptyObject(context.checker);
  let different = false;
  for (const one of before) different = context.compare(one, nothing, at) || different;
  for (const one of after) different = context.compare(nothing, one, at) || different;
  return different;
}

/**
 * Intersections of objects whose parts are the same ones by name, but for one part without a name; undefined where members
 * may have moved from part to part.
 */
function compareParts(
  context: Context,
  old: ts.IntersectionType,
  now: ts.IntersectionType,
  at: At,
): boolean | undefined {
  const before = [...old.types];
  const after = [...now.types];
  const nameIn = (type: ts.Type) => namedOf(type, context.surfaces);
  takePairs(before, after, (one, other) => context.equality.types(one, other));
  const pairs = takePairs(before, after, (one, other) => {
    const [was, is] = [nameIn(one), nameIn(other)];
    return was !== undefined && is !== undefined && was.name === is.name && was.package === is.package;
  });
  if (before.length !== after.length || before.length > 1 || [...before, ...after].some(nameIn)) return undefined;
  let different = false;
  for (const [one, other] of pairs) different = context.compare(one, other, at) || different;
  const [one, other] = [before[0], after[0]];
  return (one && other && context.compare(one, other, at)) || different;
}

function omitOf(context: Context, type: ts.Type): { from: ts.Type; keys: ts.Type } | undefined {
  const named = namedOf(type, context.surfaces);
  const [from, keys] = named?.args ?? [];
  return named?.package === "lib" && named.name === "Omit" && from && keys ? { from, keys } : undefined;
}

function isOmitOfSame(context: Context, old: ts.Type, now: ts.Type): boolean {
  const [before, after] = [omitOf(context, old), omitOf(context, now)];
  return before !== undefined && after !== undefined && context.equality.types(before.from, after.from);
}

/** `Omit<Native, keyof Own> & Own`: what is omitted in addition is there again, as a member of the rest. */
function isCoveredBy(context: Context, old: ts.Type, now: ts.Type, whole: ts.IntersectionType): boolean {
  const keysOf = (type: ts.Type): string[] | undefined => {
    const keys = omitOf(context, type)?.keys;
    const parts = keys?.isUnion() ? keys.types : keys ? [keys] : [];
    return parts.every((part) => part.isStringLiteral())
      ? parts.map((part) => String((part as ts.StringLiteralType).value))
      : undefined;
  };
  const [before, after] = [keysOf(old), keysOf(now)];
  if (!before || !after) return false;
  const given = new Set(
    whole.types
      .filter((part) => part !== now && isStructure(part))
      .flatMap((part) => context.checker.getPropertiesOfType(part).map(({ name }) => name)),
  );
  // What is no longer omitted can be given in addition.
  return after.filter((key) => !before.includes(key)).every((key) => given.has(key));
}
