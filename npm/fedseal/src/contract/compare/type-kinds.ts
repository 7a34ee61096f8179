import ts = require("typescript");

import { isMappedList, mappedKeysOf } from "./typescript-internals.js";

export function isAny(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0;
}

export function isReference(type: ts.Type): type is ts.TypeReference {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0
  );
}

const DEFERRED =
  ts.TypeFlags.Index |
  ts.TypeFlags.IndexedAccess |
  ts.TypeFlags.Conditional |
  ts.TypeFlags.Substitution |
  ts.TypeFlags.TemplateLiteral |
  ts.TypeFlags.StringMapping;

/** Types that TypeScript resolves only where they are used. */
export function isDeferred(type: ts.Type): boolean {
  return (type.flags & DEFERRED) !== 0;
}

export function isMapped(type: ts.Type): boolean {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0
  );
}

/** A mapped type whose keys are known only where it is used. */
export function isGenericMapped(type: ts.Type): boolean {
  if (!isMapped(type)) return false;
  // Over a type parameter that is a list, `{ [K in keyof T]: … }`, it shows the members of a list.
  if (isMappedList(type)) return true;
  // Asking for its members is what resolves its keys: `Record<string, T>` has no members, and known keys.
  const isEmpty = type.getProperties().length === 0;
  const keys = mappedKeysOf(type);
  if (!keys) return isEmpty;
  return isOpenKey(keys);
}

const OPEN_KEYS =
  ts.TypeFlags.Index |
  ts.TypeFlags.TypeParameter |
  ts.TypeFlags.IndexedAccess |
  ts.TypeFlags.Conditional |
  // A type parameter in the branch of a conditional type that says more of it.
  ts.TypeFlags.Substitution;

function isOpenKey(key: ts.Type): boolean {
  if (key.flags & ts.TypeFlags.TemplateLiteral) return (key as ts.TemplateLiteralType).types.some(isOpenKey);
  if (key.flags & ts.TypeFlags.StringMapping) return isOpenKey((key as ts.StringMappingType).type);
  return (key.flags & OPEN_KEYS) !== 0 || (key.isUnionOrIntersection() && key.types.some(isOpenKey));
}

/** An object, or an intersection of objects, whose members are known. */
export function isStructure(type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.every((part) => isStructure(part) && !isContainer(part));
  return (type.flags & ts.TypeFlags.Object) !== 0 && !isGenericMapped(type);
}

/** Generic types of the language whose argument is the type of the values that they hold → how a path names these. */
export const CONTAINERS: ReadonlyMap<string, string> = new Map([
  ["Array", "[]"],
  ["ReadonlyArray", "[]"],
  ["Promise", ".then"],
  ["PromiseLike", ".then"],
  ["Iterable", "[]"],
  ["IterableIterator", "[]"],
  ["AsyncIterable", "[]"],
  ["AsyncIterableIterator", "[]"],
  ["Iterator", "[]"],
  ["AsyncIterator", "[]"],
  ["Generator", "[]"],
  ["AsyncGenerator", "[]"],
  ["Map", "[]"],
  ["ReadonlyMap", "[]"],
  ["Set", "[]"],
  ["ReadonlySet", "[]"],
]);

function isContainer(type: ts.Type): boolean {
  return type.symbol !== undefined && CONTAINERS.has(type.symbol.name);
}

/** Interfaces and classes have no implicit index signature: `Record<string, unknown>` does not take them. */
export function isInterface(type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.some(isInterface);
  const symbol = isReference(type) ? type.target.symbol : type.symbol;
  return symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0;
}
