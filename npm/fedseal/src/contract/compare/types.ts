import ts from "typescript";
import type { Surfaces } from "./program.js";
import { packageOf } from "./program.js";

/** What the comparison asks about types, and the compiler's interface does not say in one word. */

/** The type that TypeScript gives what it cannot find. */
export function isError(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0 && (type as { intrinsicName?: string }).intrinsicName === "error";
}

export function isAny(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0;
}

/** Stands for the package of what the language itself declares. */
export const LIBRARY = "lib";

/** Name and home of a type that has a name. */
export interface Named {
  name: string;
  /** The symbol of the interface, class, enum or alias. */
  symbol: ts.Symbol;
  /** Package it comes from; undefined for the side's own. */
  package: string | undefined;
  args: readonly ts.Type[];
}

/** The name by which people know a type: its alias, interface, class or enum. */
export function namedOf(type: ts.Type, { isLocal, isLibrary, checker }: Surfaces): Named | undefined {
  const alias = type.aliasSymbol;
  const symbol = alias ?? type.symbol;
  if (!symbol?.declarations?.length) return undefined;
  const kinds = ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.Enum | ts.SymbolFlags.TypeAlias;
  if (!(symbol.flags & kinds)) return undefined;
  // The object of an enum is not the enum.
  if (!alias && symbol.flags & ts.SymbolFlags.Enum && type.flags & ts.TypeFlags.Object) return undefined;
  // `typeof Class` is not the class.
  if (!alias && symbol.flags & ts.SymbolFlags.Class && !(type as ts.ObjectType & { target?: ts.Type }).isClass?.()) {
    const target = (type as ts.TypeReference).target;
    if (!target?.isClass?.()) return undefined;
  }
  const declaration = symbol.declarations[0] as ts.Declaration;
  const args = alias ? (type.aliasTypeArguments ?? []) : isReference(type) ? checker.getTypeArguments(type) : [];
  const local = symbol.declarations.some(isLocal);
  return {
    name: nameOf(symbol),
    symbol,
    package: local
      ? undefined
      : isLibrary(declaration)
        ? LIBRARY
        : (packageOf(declaration.getSourceFile().fileName) ?? ""),
    args,
  };
}

/** A default export goes by the name that its declaration has; what stands in a namespace, by both names. */
export function nameOf(symbol: ts.Symbol): string {
  const declaration = symbol.declarations?.[0];
  if (!declaration) return symbol.name;
  const { name } = declaration as { name?: ts.Node };
  const own = symbol.name === "default" && name && ts.isIdentifier(name) ? name.text : symbol.name;
  const spaces: string[] = [];
  for (let node = declaration.parent; node; node = node.parent) {
    if (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name)) spaces.unshift(node.name.text);
  }
  return [...spaces, own].join(".");
}

export function isReference(type: ts.Type): type is ts.TypeReference {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0
  );
}

/** Whether a type has inside it what only another declaration can fill. */
export function hasTypeParameter(type: ts.Type, checker: ts.TypeChecker, depth = 0): boolean {
  if (
    type.flags &
    (ts.TypeFlags.TypeParameter | ts.TypeFlags.Index | ts.TypeFlags.IndexedAccess | ts.TypeFlags.Conditional)
  )
    return true;
  if (depth > 6) return true;
  if (type.isUnionOrIntersection()) return type.types.some((one) => hasTypeParameter(one, checker, depth + 1));
  if (type.flags & ts.TypeFlags.TemplateLiteral) {
    return (type as ts.TemplateLiteralType).types.some((one) => hasTypeParameter(one, checker, depth + 1));
  }
  if (isReference(type)) return checker.getTypeArguments(type).some((one) => hasTypeParameter(one, checker, depth + 1));
  if (type.flags & ts.TypeFlags.Object) {
    // `couldContainTypeVariables` is not public; an anonymous type made by a mapper is where they hide.
    const { mapper } = type as { mapper?: unknown };
    return (
      mapper !== undefined || (type.aliasTypeArguments ?? []).some((one) => hasTypeParameter(one, checker, depth + 1))
    );
  }
  return false;
}

const INTERNAL = ts as unknown as {
  getDeclarationModifierFlagsFromSymbol(symbol: ts.Symbol): ts.ModifierFlags;
  getCheckFlags(symbol: ts.Symbol): number;
};

const CHECK_FLAGS_READONLY = 8;

export function isReadonly(symbol: ts.Symbol): boolean {
  if (INTERNAL.getDeclarationModifierFlagsFromSymbol(symbol) & ts.ModifierFlags.Readonly) return true;
  if (INTERNAL.getCheckFlags(symbol) & CHECK_FLAGS_READONLY) return true;
  return (symbol.flags & ts.SymbolFlags.Accessor) !== 0 && !(symbol.flags & ts.SymbolFlags.SetAccessor);
}

export function isOptional(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0;
}

export function isMethod(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Method) !== 0;
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
