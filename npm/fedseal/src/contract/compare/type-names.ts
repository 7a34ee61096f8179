import ts = require("typescript");

import { packageOf } from "./package-of.js";
import type { Surfaces } from "./program.js";
import { isReference } from "./type-kinds.js";

/** Stands for the package of the language's own declarations. */
export const LIBRARY = "lib";

/** Name and home of a type that has a name. */
export interface Named {
  name: string;
  /** The symbol of the interface, class, enum or alias. */
  symbol: ts.Symbol;
  /** Package it comes from; undefined for the side's own. */
  package: string | undefined;
  args: readonly ts.Type[];
  isAlias: boolean;
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
  const args = alias ? (type.aliasTypeArguments ?? []) : isReference(type) ? ownArguments(type, checker) : [];
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
    isAlias: alias !== undefined,
  };
}

/** A reference by the type that it refers to, and not by an alias of it. */
export function referenceOf(type: ts.TypeReference, { checker, isLibrary, isLocal }: Surfaces): Named {
  const { symbol } = type.target;
  const [declaration] = symbol.declarations ?? [];
  const home = declaration && (isLibrary(declaration) ? LIBRARY : packageOf(declaration.getSourceFile().fileName));
  return {
    name: nameOf(symbol),
    symbol,
    package: symbol.declarations?.some(isLocal) ? undefined : (home ?? ""),
    args: ownArguments(type, checker),
    isAlias: false,
  };
}

/** Type arguments without the `this` type that the compiler appends to them. */
function ownArguments(type: ts.TypeReference, checker: ts.TypeChecker): readonly ts.Type[] {
  const args = checker.getTypeArguments(type);
  const wanted = type.target.typeParameters?.length ?? 0;
  return args.length > wanted ? args.slice(0, wanted) : args;
}

/** A default export goes by the name of its declaration; a member of a namespace, by both names. */
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
