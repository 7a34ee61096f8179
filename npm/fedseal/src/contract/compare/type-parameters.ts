import ts = require("typescript");

import type { Level } from "./change.js";
import { type At, type Context, report } from "./context.js";
import { constraintOf, modifiersOf } from "./declared-parameters.js";
import { fits } from "./fits.js";
import { probe } from "./probe.js";
import { declarationOf, isMethod, withoutUndefined } from "./properties.js";
import {
  typeParameterAdded,
  typeParameterInferred,
  typeParameterInserted,
  typeParametersReordered,
} from "./rules/type-parameter-added.js";
import {
  constraintAdded,
  constraintChanged,
  constraintGained,
  constraintRemoved,
  literalsLost,
} from "./rules/type-parameter-constraint.js";
import { defaultChanged, defaultPresence } from "./rules/type-parameter-default.js";
import { typeParameterAnnotated, typeParameterModifier } from "./rules/type-parameter-modifier.js";
import { typeParameterRemoved } from "./rules/type-parameter-removed.js";
import { typeText } from "./text.js";
import { isStructure } from "./type-kinds.js";
import { namedOf } from "./type-names.js";
import { pairOf } from "./typescript-internals.js";

/**
 * The type parameters of two declarations, paired by their place, or by name where one came in between. `calls` is the
 * function whose calls infer them.
 */
export function compareTypeParameters(
  context: Context,
  old: readonly ts.TypeParameter[],
  now: readonly ts.TypeParameter[],
  at: At,
  calls?: ts.Node,
): boolean {
  const nameOf = (type: ts.TypeParameter) => type.symbol.name;
  const moved = old.length < now.length && old.every((one) => now.some((other) => nameOf(other) === nameOf(one)));
  const pairs = old.map((one, index) => {
    return [one, moved ? now.find((other) => nameOf(other) === nameOf(one)) : now[index]] as const;
  });
  let different = false;
  const tell = (...args: Parameters<typeof report>) => {
    different = report(...args);
  };
  const hereOf = (one: ts.TypeParameter | undefined, other: ts.TypeParameter | undefined): At => ({
    ...at,
    path: `${at.path}<${(one ?? other)?.symbol.name}>`,
    old: one ? declarationOf(one.symbol) : at.old,
    now: other ? declarationOf(other.symbol) : at.now,
  });
  const late = pairs.find(([, other], index) => other !== undefined && now.indexOf(other) !== index);
  if (late) tell(context, hereOf(late[0], late[1]), typeParameterInserted(nameOf(late[0]), at.path));
  // Nobody named type arguments of a function that had no parameters for them.
  const isInferred = calls !== undefined && old.length === 0 && at.polarity === "output";
  const isReordered =
    old.length === now.length &&
    old.some((one, index) => nameOf(one) !== (now[index] ? nameOf(now[index]) : "")) &&
    old.every((one) => now.some((other) => nameOf(other) === nameOf(one)));
  if (isReordered && calls !== undefined && old[0])
    tell(context, hereOf(old[0], now[0]), typeParametersReordered(at.path));
  const added = now.filter((one) => !pairs.some(([, other]) => other === one));
  // All are paired before one is compared: they mention each other.
  for (const [one, other] of pairs) if (other) context.paired.add(pairOf(one, other));
  for (const one of added) {
    const standard = one.getDefault();
    if (standard) context.defaults.set(one, standard);
    else if (isInferred)
      context.defaults.set(one, constraintOf(one, context.checker) ?? context.checker.getUnknownType());
  }
  for (const [one, other] of pairs) {
    const here = hereOf(one, other);
    if (!other) {
      tell(context, here, typeParameterRemoved(nameOf(one), at.path));
      continue;
    }
    different = compareConstraints(context, one, other, here, calls) || different;
    different = compareModifiers(context, one, other, here) || different;
    different = compareDefaults(context, one, other, here) || different;
  }
  for (const one of added) {
    if (isInferred) tell(context, hereOf(undefined, one), typeParameterInferred(nameOf(one)));
    else
      tell(context, hereOf(undefined, one), typeParameterAdded(nameOf(one), one.getDefault() !== undefined, at.path));
  }
  return different;
}

function compareModifiers(context: Context, old: ts.TypeParameter, now: ts.TypeParameter, at: At): boolean {
  const [before, after] = [modifiersOf(old), modifiersOf(now)].map((words) => words.split(" ").filter(Boolean));
  const added = (after ?? []).filter((word) => !before?.includes(word));
  const removed = (before ?? []).filter((word) => !after?.includes(word));
  if (added.length === 0 && removed.length === 0) return false;
  const says = [...added, ...removed].filter((word) => word !== "const");
  if (says.length === added.length + removed.length && [old, now].every((one) => saysWhatIs(context, one))) {
    return report(context, at, typeParameterAnnotated(old.symbol.name, added.length > 0));
  }
  return report(context, at, typeParameterModifier(old.symbol.name, added, removed));
}

/** Whether `in` and `out` of a type parameter, or their absence, say what its type does with it anyway. */
function saysWhatIs(context: Context, parameter: ts.TypeParameter): boolean {
  const declaration = parameter.symbol.declarations?.find(ts.isTypeParameterDeclaration)?.parent;
  if (!declaration || !(ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration))) return false;
  const symbol = declaration.name && context.checker.getSymbolAtLocation(declaration.name);
  if (!symbol) return false;
  const index = declaration.typeParameters?.findIndex((one) => one.name.text === parameter.symbol.name) ?? -1;
  const type = context.checker.getDeclaredTypeOfSymbol(symbol);
  const polarity = context.variances.of({ symbol, name: symbol.name, package: undefined, args: [], isAlias: false })[
    index
  ]?.polarity;
  const words = modifiersOf(parameter);
  const expected = polarity === "both" ? "in out" : polarity === "output" ? "out" : "in";
  if (polarity === undefined || (words !== "" && words !== expected)) return false;
  // TypeScript takes parameters of methods in both directions, until an annotation says one.
  return polarity === "output" || type.getProperties().every((one) => !isMethod(one));
}

function compareDefaults(context: Context, old: ts.TypeParameter, now: ts.TypeParameter, at: At): boolean {
  const { checker, equality } = context;
  const [before, after] = [old.getDefault(), now.getDefault()];
  if (!before || !after) {
    if (before === after) return false;
    return report(context, at, defaultPresence(old.symbol.name, after !== undefined));
  }
  if (equality.types(before, after)) return false;
  if (isSameType(context, before, after) || typeText(before, checker) === typeText(after, checker)) {
    return context.compare(before, after, { ...at, polarity: "both" });
  }
  // An object that is written there grows as one that has a name does.
  if ([before, after].every((type) => isStructure(type) && !namedOf(type, context.surfaces))) {
    const both: At = { ...at, polarity: "both" };
    const found = probe(context, () => context.compare(before, after, both));
    if (found.length > 0 && found.every(({ level }) => level !== "major")) return context.compare(before, after, both);
  }
  return report(context, at, defaultChanged(old.symbol.name, typeText(before, checker), typeText(after, checker)));
}

function compareConstraints(
  context: Context,
  old: ts.TypeParameter,
  now: ts.TypeParameter,
  at: At,
  calls: ts.Node | undefined,
): boolean {
  const { checker, equality } = context;
  const name = old.symbol.name;
  const known = (type: ts.Type | undefined) => (type && type.flags & ts.TypeFlags.Unknown ? undefined : type);
  const [before, after] = [known(constraintOf(old, context.checker)), known(constraintOf(now, context.checker))];
  if (calls && keepsLiterals(before) && !keepsLiterals(after) && isSeen(name, calls)) {
    return report(context, at, literalsLost(name, before ? typeText(before, checker) : ""));
  }
  if (before && after) {
    if (equality.types(before, after)) return false;
    const gained = at.polarity === "input" ? undefined : gainedIn(context, before, after);
    if (gained !== undefined) {
      report(context, at, constraintGained(name, gained));
      if (isSameType(context, before, after)) context.compare(before, after, { ...at, polarity: "input" });
      return true;
    }
    if (isSameType(context, before, after) || typeText(before, checker) === typeText(after, checker)) {
      // Type arguments are given by whoever uses the type.
      return context.compare(before, after, { ...at, polarity: at.polarity === "input" ? "output" : "input" });
    }
    const wider = fits(context, before, after, "old to new") && at.polarity !== "input";
    const level: Level = wider ? "minor" : "major";
    return report(context, at, constraintChanged(name, typeText(before, checker), typeText(after, checker), level));
  }
  if (after) return report(context, at, constraintAdded(name, typeText(after, checker)));
  if (before) return report(context, at, constraintRemoved(name, at.polarity === "input" ? "major" : "minor"));
  return false;
}

/**
 * A member that a constraint knows newly, and that nobody has to have: `b` of `{ a; b? }` in place of `{ a }`. Everything of
 * the old type fits the new one, but a type argument may have had another `b`. Not where all members are optional, and
 * there is one: that is a bag of options, which grows by options. TypeScript, too, takes what else is in one for a mistake
 * (its check of weak types).
 */
function gainedIn(context: Context, old: ts.Type, now: ts.Type, seen = new Set<string>()): string | undefined {
  const { checker } = context;
  const isObject = (type: ts.Type) => (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  const key = pairOf(old, now);
  if (!isObject(old) || !isObject(now) || seen.has(key)) return undefined;
  seen.add(key);
  const members = old.getProperties();
  const isOptions = members.length > 0 && members.every((one) => one.flags & ts.SymbolFlags.Optional);
  for (const member of now.getProperties()) {
    const before = old.getProperty(member.name);
    const type = checker.getTypeOfSymbol(member);
    if (!before) {
      const isOpen = (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
      const isIndexed = old.getStringIndexType() !== undefined;
      if (member.flags & ts.SymbolFlags.Optional && !isOpen && !isIndexed && !isOptions) return member.name;
      continue;
    }
    const inner = gainedIn(
      context,
      withoutUndefined(checker.getTypeOfSymbol(before), checker),
      withoutUndefined(type, checker),
      seen,
    );
    if (inner !== undefined) return `${member.name}.${inner}`;
  }
  return undefined;
}

/** Whether both are the same declared type, so that a difference is one of its declaration. */
function isSameType(context: Context, old: ts.Type, now: ts.Type): boolean {
  const [before, after] = [namedOf(old, context.surfaces), namedOf(now, context.surfaces)];
  return before !== undefined && after !== undefined && before.name === after.name && before.package === after.package;
}

/** Whether calls infer a literal for a type parameter with this constraint. */
function keepsLiterals(constraint: ts.Type | undefined): boolean {
  if (!constraint) return false;
  const literal =
    ts.TypeFlags.StringLike |
    ts.TypeFlags.NumberLike |
    ts.TypeFlags.BigIntLike |
    ts.TypeFlags.BooleanLike |
    ts.TypeFlags.Index;
  if (constraint.flags & literal) return true;
  return constraint.isUnion() && constraint.types.some(keepsLiterals);
}

/** Whether a function uses a type parameter more than once, so that what calls infer for it is seen anywhere. */
function isSeen(name: string, declaration: ts.Node): boolean {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && node.typeName.text === name) count += 1;
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return count > 1;
}
