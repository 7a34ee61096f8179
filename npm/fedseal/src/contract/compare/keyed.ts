import ts = require("typescript");

import type { Context } from "./context.js";
import { constraintOf } from "./declared-parameters.js";
import { ownersOf } from "./owners.js";
import { memberName } from "./properties.js";
import { typeText } from "./text.js";
import { instantiate } from "./typescript-internals.js";

/** How many combinations of keys a type is resolved for. */
const MAX_KEYS = 200;

/**
 * What a type is for each key that may be given for its type parameters: `Api[K] extends { res: infer R } ? R : never` for each
 * `K` of `keyof Api`. By what the key is written as. Undefined where it is not a conditional type over such parameters:
 * `T extends string ? …` depends on what a consumer makes up.
 */
export function byKey(type: ts.Type, checker: ts.TypeChecker): ReadonlyMap<string, ts.Type> | undefined {
  return dependsOnBranch(type) ? forEachKey(type, checker) : undefined;
}

/** The same of any type over keys, `Events[K]`. */
function forEachKey(type: ts.Type, checker: ts.TypeChecker): ReadonlyMap<string, ts.Type> | undefined {
  let found = resolved.get(type);
  if (found === undefined) {
    found = resolve(type, checker) ?? null;
    resolved.set(type, found);
  }
  return found ?? undefined;
}

const resolved = new WeakMap<ts.Type, ReadonlyMap<string, ts.Type> | null>();

function dependsOnBranch(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(dependsOnBranch);
  if (type.flags & ts.TypeFlags.IndexedAccess) {
    const { objectType } = type as ts.IndexedAccessType;
    // A member of a union is one of each of its parts.
    return objectType.isUnion() || dependsOnBranch(objectType);
  }
  return (type.flags & ts.TypeFlags.Conditional) !== 0;
}

function resolve(type: ts.Type, checker: ts.TypeChecker): ReadonlyMap<string, ts.Type> | undefined {
  const parameters = new Set<ts.TypeParameter>();
  if (!collect(type, parameters, checker) || parameters.size === 0) return undefined;
  let rows: Row[] = [{ keys: [], from: [], to: [] }];
  const left = new Set(parameters);
  // `M extends keyof Api[P]` follows from `P`.
  while (left.size > 0) {
    const next = [...left].find((one) => rows.every((row) => keysOf(one, row, checker) !== undefined));
    if (!next) return undefined;
    left.delete(next);
    rows = rows.flatMap((row) => (keysOf(next, row, checker) ?? []).map((key) => withKey(row, next, key, checker)));
    if (rows.length === 0 || rows.length > MAX_KEYS) return undefined;
  }
  return new Map(rows.map(({ keys, from, to }) => [keys.join(", "), instantiate(type, from, to, checker)]));
}

interface Row {
  keys: readonly string[];
  from: readonly ts.TypeParameter[];
  to: readonly ts.Type[];
}

function withKey(row: Row, parameter: ts.TypeParameter, key: ts.Type, checker: ts.TypeChecker): Row {
  return { keys: [...row.keys, typeText(key, checker)], from: [...row.from, parameter], to: [...row.to, key] };
}

/** The type parameters that decide about a type; false where something else does as well. */
function collect(type: ts.Type, found: Set<ts.TypeParameter>, checker: ts.TypeChecker): boolean {
  const visit = (one: ts.Type) => collect(one, found, checker);
  if (type.flags & ts.TypeFlags.TypeParameter) {
    found.add(type);
    return true;
  }
  if (type.isUnion()) return type.types.every(visit);
  if (type.flags & ts.TypeFlags.Conditional) {
    const { checkType, extendsType, root } = type as ts.ConditionalType;
    collectNamed(extendsType, root.inferTypeParameters ?? [], found, checker);
    return visit(checkType);
  }
  if (type.flags & ts.TypeFlags.IndexedAccess) {
    const { objectType, indexType } = type as ts.IndexedAccessType;
    return visit(objectType) && visit(indexType);
  }
  if (type.flags & ts.TypeFlags.Substitution) return visit((type as ts.SubstitutionType).baseType);
  return (type.flags & ts.TypeFlags.Instantiable) === 0;
}

/** The type parameters that an extended type names, `{ type: T }`, but for those that it infers. */
function collectNamed(
  type: ts.Type,
  inferred: readonly ts.TypeParameter[],
  found: Set<ts.TypeParameter>,
  checker: ts.TypeChecker,
): void {
  if (type.flags & ts.TypeFlags.TypeParameter) {
    if (!inferred.includes(type)) found.add(type);
  } else if (type.symbol && type.symbol.flags & ts.SymbolFlags.TypeLiteral) {
    for (const one of checker.getPropertiesOfType(type)) {
      collectNamed(checker.getTypeOfSymbol(one), inferred, found, checker);
    }
  }
}

const LITERAL = ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral;

/** The keys that may be given for a type parameter; undefined where it may be anything. */
function keysOf(parameter: ts.TypeParameter, { from, to }: Row, checker: ts.TypeChecker): ts.Type[] | undefined {
  const constraint = constraintOf(parameter, checker);
  if (!constraint) return undefined;
  const type = from.length > 0 ? instantiate(constraint, from, to, checker) : constraint;
  const keys = type.isUnion() ? type.types : [type];
  return keys.every((key) => key.flags & LITERAL && !(key.flags & ts.TypeFlags.EnumLiteral)) ? keys : undefined;
}

/** The objects that an index is applied to. */
export function partsOf(object: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const base = object.flags & ts.TypeFlags.Instantiable ? checker.getBaseConstraintOfType(object) : object;
  return base?.isUnion() ? base.types : base ? [base] : [];
}

/** The members of an object that an index may name. */
export function reachedBy(index: ts.Type, object: ts.Type, checker: ts.TypeChecker): [name: string, ts.Symbol][] {
  const literals = literalsOf(index, checker);
  const members = checker.getPropertiesOfType(object).map((one): [string, ts.Symbol] => [memberName(one), one]);
  return members.filter(([name]) => literals?.has(name) !== false);
}

/** The names of an index; undefined where it may be any. */
function literalsOf(index: ts.Type, checker: ts.TypeChecker): ReadonlySet<string> | undefined {
  const type = index.flags & ts.TypeFlags.Instantiable ? checker.getBaseConstraintOfType(index) : index;
  const keys = type?.isUnion() ? type.types : type ? [type] : [];
  const isKnown = keys.length > 0 && keys.every((key) => key.isStringLiteral() || key.isNumberLiteral());
  return isKnown ? new Set(keys.map((key) => String((key as ts.LiteralType).value))) : undefined;
}

/** What a type that keys decide about goes through: `Api` and `K`. */
export function indexesIn(type: ts.Type): [object: ts.Type, index: ts.Type][] {
  if (type.isUnion()) return type.types.flatMap(indexesIn);
  if (type.flags & ts.TypeFlags.Conditional) return indexesIn((type as ts.ConditionalType).checkType);
  if (!(type.flags & ts.TypeFlags.IndexedAccess)) return [];
  const { objectType, indexType } = type as ts.IndexedAccessType;
  return [[objectType, indexType], ...indexesIn(objectType)];
}

/** The path of what a type is for one key. */
export function keyPath(path: string, key: string): string {
  return `${path}<${key}>`;
}

/** Whether a path goes through a key. Type parameters are in the same brackets, and have no quotes. */
export function hasKey(path: string): boolean {
  return /<["\d-]/.test(path);
}

/**
 * The types of both sides for each key that both have; undefined where keys do not decide about both. Keys that went or came are
 * told where the type parameter is.
 */
export function pairsByKey(context: KeyContext, old: ts.Type, now: ts.Type): Pairs | undefined {
  const { checker } = context;
  const [before, after] = [byKey(old, checker), byKey(now, checker)];
  if (!before || !after || !(isOwn(context, old) || wordsOf(old) === wordsOf(now))) return undefined;
  return paired(before, after);
}

/** The same of two indexed types. */
export function indexedPairs({ checker }: Pick<Context, "checker">, old: ts.Type, now: ts.Type): Pairs {
  const [before, after] = [forEachKey(old, checker), forEachKey(now, checker)];
  return before && after ? paired(before, after) : [];
}

function paired(before: ReadonlyMap<string, ts.Type>, after: ReadonlyMap<string, ts.Type>): Pairs {
  return [...before].flatMap(([key, one]) => {
    const other = after.get(key);
    return other ? [[key, one, other] as Pairs[number]] : [];
  });
}

type Pairs = [key: string, old: ts.Type, now: ts.Type][];

type KeyContext = Pick<Context, "checker" | "surfaces" | "isNameable">;

/**
 * Whether no consumer can write the type down, since it goes through a map that has no exported name. What others write by the
 * same words, in a generic function of their own, the compiler takes for the same type only while the words stay.
 */
function isOwn({ surfaces, isNameable }: KeyContext, type: ts.Type): boolean {
  const maps = indexesIn(type)
    .flatMap(([object]) => partsOf(object, surfaces.checker))
    .filter((object) => !(object.flags & ts.TypeFlags.Instantiable));
  return maps.some((map) => {
    const owners = ownersOf(map, surfaces);
    return owners.length > 0 && !owners.some(isNameable);
  });
}

/** What conditional types are written as. */
function wordsOf(type: ts.Type): string {
  if (type.isUnion()) return type.types.map(wordsOf).sort().join(" | ");
  if (type.flags & ts.TypeFlags.Conditional) {
    return (type as ts.ConditionalType).root.node.getText().replaceAll(/\s+/g, " ");
  }
  return type.flags & ts.TypeFlags.IndexedAccess ? wordsOf((type as ts.IndexedAccessType).objectType) : "";
}
