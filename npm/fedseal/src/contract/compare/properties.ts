import ts = require("typescript");

import type { Surfaces } from "./program.js";
import { isMappedReadonly, modifierFlagsOf, unionOf, writeTypeOf } from "./typescript-internals.js";

/** Whether a package declares the member. */
export function isForeign({ declarations }: ts.Symbol, { isLocal }: Surfaces): boolean {
  return declarations !== undefined && declarations.length > 0 && !declarations.some(isLocal);
}

export function isReadonly(symbol: ts.Symbol): boolean {
  if (modifierFlagsOf(symbol) & ts.ModifierFlags.Readonly || isMappedReadonly(symbol)) return true;
  return (symbol.flags & ts.SymbolFlags.Accessor) !== 0 && !(symbol.flags & ts.SymbolFlags.SetAccessor);
}

export function isOptional(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0;
}

/** Whether TypeScript compares a member as a method: in `Partial<…>`, it still does. */
export function isMethod(symbol: ts.Symbol): boolean {
  if (symbol.flags & ts.SymbolFlags.Method) return true;
  return symbol.declarations?.some((one) => ts.isMethodSignature(one) || ts.isMethodDeclaration(one)) ?? false;
}

export function isAbstract(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((one) => ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Abstract) ?? false;
}

/** Whether a class declares the member. */
export function isClassMember(symbol: ts.Symbol): boolean {
  const owner = declarationOf(symbol)?.parent;
  return owner !== undefined && ts.isClassLike(owner);
}

/** A member that an interface adds to a class: a subclass may implement it in any form. */
export function isMergedIn(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const owner = declarationOf(symbol)?.parent;
  if (!owner || !ts.isInterfaceDeclaration(owner)) return false;
  return Boolean((checker.getSymbolAtLocation(owner.name)?.flags ?? 0) & ts.SymbolFlags.Class);
}

/** A property's name as it is written; the compiler numbers those that are symbols. */
export function memberName(symbol: ts.Symbol): string {
  const name = symbol.escapedName as string;
  const unique = /^__@(.*)@\d+$/.exec(name);
  if (unique) {
    // `[Symbol.iterator]` and a symbol that is called `iterator` are not the same.
    const written = (declarationOf(symbol) as { name?: ts.Node } | undefined)?.name;
    return written && ts.isComputedPropertyName(written) ? `[${written.expression.getText()}]` : `[${unique[1]}]`;
  }
  const text = ts.unescapeLeadingUnderscores(symbol.escapedName);
  return text.startsWith("[") ? JSON.stringify(text) : text;
}

/** `path.name`, or `path["odd name"]`. */
export function joinPath(path: string, name: string): string {
  if (name.startsWith("[")) return path + name;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}

export function declarationOf(symbol: ts.Symbol | undefined): ts.Node | undefined {
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
}

/** Type of a property without the `undefined` that its question mark adds. */
export function readType(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Type {
  const type = checker.getTypeOfSymbol(symbol);
  return isOptional(symbol) ? withoutUndefined(type, checker) : type;
}

/** What a setter takes, where there is one. */
export function setterType(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Type | undefined {
  const parameter = symbol.declarations?.find(ts.isSetAccessor)?.parameters[0];
  return parameter && (writeTypeOf(symbol, checker) ?? checker.getTypeAtLocation(parameter));
}

export function withoutUndefined(type: ts.Type, checker: ts.TypeChecker): ts.Type {
  // `name?: never`
  if (type.flags & ts.TypeFlags.Undefined) return checker.getNeverType();
  if (!type.isUnion()) return type;
  const left = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined));
  if (left.length === type.types.length) return type;
  if (left.length === 1) return left[0] as ts.Type;
  if (!left.some((one) => one.flags & ts.TypeFlags.Null)) return checker.getNonNullableType(type);
  return unionOf(left, checker) ?? type;
}
