import ts = require("typescript");

import { basesOf, isInherited, isNominal } from "./bases.js";
import type { Change, Level, Polarity, Verdict } from "./change.js";
import { type At, type Context, report } from "./context.js";
import { compareLeaf } from "./leaf.js";
import { membersOfBoth } from "./members.js";
import { compareArguments, compareDeclarations } from "./named.js";
import { callOrder, elementsOf, type Parameter, parametersOf } from "./parameters.js";
import {
  declarationOf,
  isAbstract,
  isClassMember,
  isMergedIn,
  isMethod,
  isOptional,
  isReadonly,
  joinPath,
  memberName,
  readType,
  setterType,
  withoutUndefined,
} from "./properties.js";
import { memberBecameAbstract, memberBecameConcrete, methodBecameConcrete } from "./rules/class-not-constructible.js";
import { objectBecameInterface } from "./rules/export-kind-changed.js";
import { indexSignatureAdded } from "./rules/index-signature-added.js";
import { indexSignatureRemoved } from "./rules/index-signature-removed.js";
import { memberForm } from "./rules/member-form.js";
import { memberVisibility } from "./rules/member-visibility.js";
import { propertyAdded } from "./rules/property-added.js";
import { propertyBecameOptional } from "./rules/property-became-optional.js";
import { propertyBecameReadonly, valuesBecameReadonly } from "./rules/property-became-readonly.js";
import { propertyBecameRequired } from "./rules/property-became-required.js";
import { propertyRemoved } from "./rules/property-removed.js";
import { abstractMemberAdded, requiredPropertyAdded } from "./rules/required-property-added.js";
import { typeNarrowed } from "./rules/type-narrowed.js";
import { compareParameterLists, compareSignatures } from "./signatures.js";
import { typeText } from "./text.js";
import { CONTAINERS, isInterface, isReference } from "./type-kinds.js";
import { LIBRARY, type Named, namedOf, nameOf } from "./type-names.js";

type Calls = readonly ts.Signature[];

/** Objects, functions, classes, tuples. */
export function compareStructures(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { checker } = context;
  if (checker.isTupleType(old) || checker.isTupleType(now)) return compareTuples(context, old, now, at);
  const container = (type: ts.Type) => {
    const named = namedOf(type, context.surfaces);
    return named?.package === LIBRARY && CONTAINERS.has(named.name) ? named.name : undefined;
  };
  if (container(old) !== container(now)) return compareLeaf(context, old, now, at);
  const { Call, Construct } = ts.SignatureKind;
  const [calls, called] = [old, now].map((type) => callOrder(checker.getSignaturesOfType(type, Call))) as [
    Calls,
    Calls,
  ];
  const [news, made] = [checker.getSignaturesOfType(old, Construct), checker.getSignaturesOfType(now, Construct)];
  const kind = (functions: number, constructors: number) =>
    functions > 0 ? "function" : constructors > 0 ? "class" : "object";
  if (kind(calls.length, news.length) !== kind(called.length, made.length)) return compareLeaf(context, old, now, at);
  const here: At = { ...at, polarity: context.uses.whole(literalOf(old), literalOf(now)) ?? at.polarity };
  let different = compareForm(context, old, now, at);
  different = compareSignatures(context, calls, called, here, [old, now]) || different;
  different =
    compareSignatures(
      context,
      news,
      made,
      news.length > 0 && at.path !== "" ? { ...here, path: `new ${at.path}` } : here,
      [old, now],
    ) || different;
  different = compareProperties(context, old, now, here) || different;
  return compareIndexes(context, old, now, here) || different;
}

/** The symbol of a type literal. Declared types are compared under their names, and by their own uses. */
function literalOf({ symbol }: ts.Type): ts.Symbol | undefined {
  return symbol && symbol.flags & ts.SymbolFlags.TypeLiteral ? symbol : undefined;
}

/** The symbol by which the uses of members are known: not that of a class for its static side. */
function ownerOf(type: ts.Type): ts.Symbol | undefined {
  const { symbol } = type;
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Class)) return symbol;
  return (isReference(type) ? type.target : type).isClass() ? symbol : undefined;
}

/** An object type that became an interface has no implicit index signature any more. */
function compareForm(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  if (at.polarity === "input" || at.props || isInterface(old) || !isInterface(now)) return false;
  const isLiteral =
    old.symbol === undefined || (old.symbol.flags & (ts.SymbolFlags.TypeLiteral | ts.SymbolFlags.ObjectLiteral)) !== 0;
  const callable = old.getCallSignatures().length + old.getConstructSignatures().length > 0;
  if (!isLiteral || callable || context.checker.getPropertiesOfType(old).length === 0) return false;
  // Who only reaches members, `Events[K]`, has no value of the whole.
  if (context.uses.isIndexed(ownerOf(old), ownerOf(now))) return false;
  return report(context, at, objectBecameInterface(now.symbol ? nameOf(now.symbol) : typeText(now, context.checker)));
}

function compareTuples(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { checker } = context;
  if (!checker.isTupleType(old) || !checker.isTupleType(now)) return compareLeaf(context, old, now, at);
  const [one, other] = [old as ts.TupleTypeReference, now as ts.TupleTypeReference];
  const flags = (type: ts.TupleTypeReference) => type.target.elementFlags.join();
  if (at.args) return compareArgumentLists(context, old, now, at);
  if (lengthOf(one) > lengthOf(other)) {
    const [before, after] = [typeText(old, checker), typeText(now, checker)];
    return report(context, at, typeNarrowed(before, after, "major"));
  }
  if (flags(one) !== flags(other) || one.target.readonly !== other.target.readonly) {
    return compareLeaf(context, old, now, at);
  }
  const after = checker.getTypeArguments(other);
  let different = false;
  for (const [index, type] of checker.getTypeArguments(one).entries()) {
    const here = { ...at, path: `${at.path}[${index}]`, writable: !one.target.readonly, props: false };
    different = context.compare(type, after[index] as ts.Type, here) || different;
  }
  return different;
}

/** How many elements of a tuple code may name. */
function lengthOf({ target }: ts.TupleTypeReference): number {
  return target.hasRestElement ? Number.POSITIVE_INFINITY : target.elementFlags.length;
}

/** Tuples that are the arguments of callbacks, `...args: Events[K]`: a callback may ignore the last ones. */
function compareArgumentLists(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const [before, after] = [old, now].map((type) =>
    elementsOf(type as ts.TupleTypeReference, at.path, context.checker),
  ) as [Parameter[], Parameter[]];
  return compareParameterLists(context, before, after, { ...at, args: false });
}

/** Members of React's own, which are no part of a component's props. */
const REACT_PROPS = new Set(["key", "ref"]);

/** The members of two objects, those that packages declare by the types that they were inherited from. */
export function compareProperties(
  context: Context,
  old: ts.Type,
  now: ts.Type,
  at: At,
  ignored: ReadonlySet<string> = at.props ? REACT_PROPS : new Set(),
): boolean {
  const { checker } = context;
  const [before, after] = membersOfBoth(old, now, checker);
  const bases = compareBases(context, old, now, at);
  let different = bases.different;
  for (const [name, property] of before) {
    if (ignored.has(name)) continue;
    const other = after.get(name);
    if (isUnreached(context, old, name)) continue;
    if (bases.shared && isInherited(property, old) && (!other || isInherited(other, now))) continue;
    const polarity = context.uses.member(ownerOf(old), ownerOf(now), name) ?? at.polarity;
    const here: At = {
      path: joinPath(at.path, name),
      polarity,
      writable: !isReadonly(property) && !isMethod(property) && context.uses.isHeld(ownerOf(old)),
      args: context.uses.isArguments(ownerOf(old), ownerOf(now), name),
      method: isMethod(property) && isClassMember(property) && other !== undefined && isClassMember(other),
      old: declarationOf(property),
      now: other ? declarationOf(other) : at.now,
    };
    const found = other
      ? compareProperty(context, property, other, here)
      : report(context, here, removedAs(name, property, typeText(now, checker), here, checker));
    different = found || different;
  }
  for (const [name, property] of after) {
    if (before.has(name) || ignored.has(name)) continue;
    if (bases.shared && isInherited(property, now)) continue;
    if (isUnreached(context, now, name)) continue;
    different = reportAdded(context, name, property, old, now, at);
  }
  return different;
}

/** Whether no consumer can name a member: no index reaches it, and the type has no name that is exported. */
function isUnreached(context: Context, type: ts.Type, name: string): boolean {
  const owner = ownerOf(type);
  if (!context.uses.isUnreached(owner, name)) return false;
  for (let node = declarationOf(owner); node; node = node.parent) {
    if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) continue;
    const symbol = context.checker.getSymbolAtLocation(node.name);
    return symbol !== undefined && !context.isNameable(symbol);
  }
  return true;
}

/** Nobody could give a member of the type `never`: without it, more is accepted. */
function removedAs(
  name: string,
  property: ts.Symbol,
  from: string,
  { polarity }: At,
  checker: ts.TypeChecker,
): Verdict {
  const isNever = (readType(property, checker).flags & ts.TypeFlags.Never) !== 0;
  const verdict = propertyRemoved(name, from);
  return isNever && polarity === "input" ? { ...verdict, level: "minor", because: "More is accepted." } : verdict;
}

function reportAdded(context: Context, name: string, property: ts.Symbol, old: ts.Type, now: ts.Type, at: At): true {
  const { checker } = context;
  const here: At = {
    path: joinPath(at.path, name),
    polarity: at.polarity,
    writable: false,
    old: at.old,
    now: declarationOf(property),
  };
  const extensible = context.uses.isExtensible(now.symbol);
  if (isAbstract(property) && extensible) return report(context, here, abstractMemberAdded(name));
  if (isOptional(property)) return report(context, here, propertyAdded(name, true));
  // A class with private members: no object literal fits it.
  if (at.polarity === "output" || isNominal(old.symbol, context.surfaces))
    return report(context, here, propertyAdded(name, false));
  return report(context, here, requiredPropertyAdded(name, typeText(old, checker), typeText(now, checker)));
}

/**
 * The types that both extend, by name. Their members are compared once, where they are declared. Returns whether both extend
 * the same types: otherwise the members tell.
 */
function compareBases(context: Context, old: ts.Type, now: ts.Type, at: At): { shared: boolean; different: boolean } {
  const [before, after] = [basesOf(old, context.surfaces), basesOf(now, context.surfaces)];
  const id = ({ name, package: home, args }: Named) => `${home ?? ""} ${name} ${args.length}`;
  if (before.length === 0 || before.map(id).sort().join() !== after.map(id).sort().join()) {
    return { shared: false, different: false };
  }
  const pairs = before.map((base) => [base, after.find((one) => id(one) === id(base)) as Named] as const);
  // `Omit<Native, "a">`: its members tell.
  const isSame = ([base, other]: (typeof pairs)[number]) =>
    base.args.every((arg, index) => context.equality.types(arg, other.args[index] as ts.Type));
  if (pairs.some((pair) => pair[0].isAlias && !isSame(pair))) return { shared: false, different: false };
  let different = false;
  for (const [base, other] of pairs) {
    if (base.package === undefined)
      different = compareDeclarations(context, base.symbol, other.symbol, at) || different;
    different = compareArguments(context, base, other, at) || different;
  }
  return { shared: true, different };
}

function compareProperty(context: Context, old: ts.Symbol, now: ts.Symbol, at: At): boolean {
  if (old === now) return false;
  const { checker, surfaces } = context;
  const name = memberName(old);
  let different = false;
  const tell = (...args: Parameters<typeof report>) => {
    different = report(...args);
  };
  const owner = declarationOf(old)?.parent as ts.ClassLikeDeclaration | undefined;
  const extensible =
    isClassMember(old) && context.uses.isExtensible(owner && checker.getSymbolAtLocation(owner.name ?? owner));
  const shield = (symbol: ts.Symbol) => symbol.declarations?.some(surfaces.isProtected) ?? false;
  if (shield(old) !== shield(now)) tell(context, at, memberVisibility(name, shield(now)));
  const isField = (symbol: ts.Symbol) => !isMethod(symbol);
  if (isAbstract(now) && !isAbstract(old)) tell(context, at, memberBecameAbstract(name));
  else if (isMergedIn(old, checker) && isClassMember(now) && isField(now)) {
    tell(context, at, memberBecameConcrete(name, formOf(now)));
  } else if (isAbstract(old) && !isAbstract(now) && isClassMember(now)) {
    tell(context, at, isField(now) ? memberBecameConcrete(name, formOf(now)) : methodBecameConcrete(name));
  }
  // Nobody assigns to a method.
  if (isReadonly(old) !== isReadonly(now) && isMethod(old) === isMethod(now)) {
    const level: Level = isReadonly(now) && at.polarity !== "input" ? "major" : "minor";
    tell(context, at, propertyBecameReadonly(name, isReadonly(now), level));
  }
  different = compareForms(context, old, now, at, extensible) || different;
  if (isOptional(old) !== isOptional(now)) {
    const verdict = isOptional(now)
      ? propertyBecameOptional(name, at.polarity)
      : propertyBecameRequired(name, at.polarity);
    tell(context, at, verdict);
  }
  // `a?: T` and `a: T | undefined` hold the same values.
  const [before, after] = [old, now].map((symbol) => {
    const type = readType(symbol, checker);
    return isOptional(old) === isOptional(now) ? type : withoutUndefined(type, checker);
  }) as [ts.Type, ts.Type];
  const isSet = ((old.flags | now.flags) & ts.SymbolFlags.SetAccessor) !== 0 && !isReadonly(old) && !isReadonly(now);
  different = context.compare(before, after, isSet ? { ...at, writable: false } : at) || different;
  if (isSet) {
    // A setter may take more than the getter gives, and a property takes what it gives.
    const [was, is] = [old, now].map((one) => setterType(one, checker) ?? readType(one, checker)) as [ts.Type, ts.Type];
    const start = context.changes.length;
    const polarity = at.polarity === "input" ? "output" : "input";
    different = context.compare(was, is, { ...at, polarity, writable: false }) || different;
    // What only consumers give, only the remote sets.
    if (at.polarity === "input") leaveUnchecked(context.changes.slice(start), at.path);
  }
  return different;
}

/** TypeScript does not compare what setters take. */
function leaveUnchecked(changes: readonly Change[], path: string): void {
  for (const one of changes) {
    if (one.level !== "major" || !one.export.startsWith(path)) continue;
    one.level = "minor";
    one.because = "The compiler does not compare what the setters of two objects take.";
  }
}

function formOf(symbol: ts.Symbol): string {
  if (isMethod(symbol)) return "a method";
  return symbol.flags & ts.SymbolFlags.Accessor ? "an accessor" : "a property";
}

/** Method, accessor or property: the same to code that reads it, but not to subclasses and to objects that are given. */
function compareForms(context: Context, old: ts.Symbol, now: ts.Symbol, at: At, extensible: boolean): boolean {
  const [before, after] = [formOf(old), formOf(now)];
  if (before === after) return false;
  // Of an abstract member nothing is inherited.
  if (isAbstract(old)) return false;
  const level = formLevel(context, old, before, after, at.polarity, extensible);
  return report(context, at, memberForm(memberName(old), before, after, level, extensible));
}

function formLevel(
  { checker }: Context,
  old: ts.Symbol,
  before: string,
  after: string,
  polarity: Polarity,
  extensible: boolean,
): Level {
  if (extensible) return "major";
  if (before !== "a method" && after !== "a method") return "patch";
  // Only parameters are checked more strictly.
  const takes = checker
    .getSignaturesOfType(checker.getNonNullableType(checker.getTypeOfSymbol(old)), ts.SignatureKind.Call)
    .some((signature) => parametersOf(signature, checker).length > 0);
  if (!takes) return "patch";
  if (polarity === "output") return "patch";
  return after === "a method" ? "minor" : "major";
}

function compareIndexes(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { checker, equality } = context;
  const after = [...checker.getIndexInfosOfType(now)];
  let different = false;
  for (const info of checker.getIndexInfosOfType(old)) {
    const key = typeText(info.keyType, checker);
    const found = after.findIndex((other) => equality.types(info.keyType, other.keyType));
    const here: At = {
      ...at,
      path: `${at.path}[${key}]`,
      writable: !info.isReadonly && context.uses.isHeld(ownerOf(old)),
      props: false,
      old: info.declaration ?? at.old,
      now: after[found]?.declaration ?? at.now,
    };
    if (found < 0) {
      different = report(context, here, indexSignatureRemoved(key));
      continue;
    }
    const [other] = after.splice(found, 1) as [ts.IndexInfo];
    if (info.isReadonly !== other.isReadonly) {
      const level: Level = other.isReadonly && at.polarity !== "input" ? "major" : "minor";
      different = report(context, here, valuesBecameReadonly(`the values by ${key}`, other.isReadonly, level));
    }
    different = context.compare(info.type, other.type, here) || different;
  }
  for (const info of after) {
    const key = typeText(info.keyType, checker);
    const here: At = { ...at, path: `${at.path}[${key}]`, now: info.declaration ?? at.now };
    different = report(context, here, indexSignatureAdded(key, at.polarity));
  }
  return different;
}
