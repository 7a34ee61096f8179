import ts = require("typescript");

import type { Surfaces } from "./program.js";
import { immediateAliasOf } from "./typescript-internals.js";

const { SymbolFlags } = ts;

/** What is behind the name of an export. */
export interface Exported {
  symbol: ts.Symbol;
  /** Exported by `export type`: it may be a class, but is no value. */
  typeOnly: boolean;
}

/** What a name stands for: a value, a type, a namespace, or several of them. */
export interface Meaning {
  value: boolean;
  type: "interface" | "alias" | "class" | "enum" | undefined;
  namespace: boolean;
}

export function meaningOf({ symbol, typeOnly }: Exported): Meaning {
  const { flags } = symbol;
  const type =
    flags & SymbolFlags.Class
      ? "class"
      : flags & SymbolFlags.Enum
        ? "enum"
        : flags & SymbolFlags.Interface
          ? "interface"
          : flags & SymbolFlags.TypeAlias
            ? "alias"
            : undefined;
  return {
    value: !typeOnly && (flags & (SymbolFlags.Value & ~SymbolFlags.ValueModule)) !== 0,
    type,
    namespace: (flags & (SymbolFlags.NamespaceModule | SymbolFlags.ValueModule)) !== 0,
  };
}

/** A meaning in words. */
export function wordOf({ value, type, namespace }: Meaning): string {
  if (type === "class" || type === "enum")
    return namespace ? `a ${type} and a namespace` : type === "class" ? "a class" : "an enum";
  const words = [
    value && "a value",
    type && (type === "alias" ? "a type alias" : "an interface"),
    namespace && "a namespace",
  ];
  return words.filter(Boolean).join(" and ");
}

/** The symbol of a module that is part of the program. */
export function moduleOf(path: string, { program, checker }: Surfaces): ts.Symbol | undefined {
  const file = program.getSourceFile(path);
  if (!file) throw new Error(`${path} is not part of the program`);
  return checker.getSymbolAtLocation(file);
}

/** What a module exports. */
export function exportsOf(path: string, surfaces: Surfaces): Map<string, Exported> {
  const module = moduleOf(path, surfaces);
  // A script without imports and exports exports nothing.
  return module ? namesOf(module, surfaces.checker) : new Map();
}

/** Name → what is behind it. */
export function namesOf(module: ts.Symbol, checker: ts.TypeChecker): Map<string, Exported> {
  const names = new Map<string, Exported>();
  for (const one of checker.getExportsOfModule(module)) {
    if (one.name === "prototype") continue;
    const symbol = one.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
    names.set(one.name, { symbol, typeOnly: isTypeOnly(module, one, checker, 0) });
  }
  // `export = f` is no name, but all that a consumer gets.
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  if (whole) {
    const symbol = whole.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(whole) : whole;
    names.set("export=", { symbol, typeOnly: false });
  }
  return names;
}

/** The exports of a module and of the namespaces in it. */
export function flat(all: ReadonlyMap<string, Exported>, surfaces: Surfaces, met = new Set<ts.Symbol>()): Exported[] {
  return [...all.values()].flatMap((one) => {
    const isOwn = one.symbol.declarations?.some(surfaces.isLocal) ?? false;
    if (!meaningOf(one).namespace || !isOwn || met.has(one.symbol)) return [one];
    met.add(one.symbol);
    return [one, ...flat(namesOf(one.symbol, surfaces.checker), surfaces, met)];
  });
}

const MAX_HOPS = 50;

/** Whether a name leads to its symbol over `export type` or `import type` somewhere. */
function isTypeOnly(module: ts.Symbol, name: ts.Symbol, checker: ts.TypeChecker, hops: number): boolean {
  if (hops > MAX_HOPS) return false;
  const stars = (module.exports?.get(ts.InternalSymbolName.ExportStar)?.declarations ?? []).filter(
    ts.isExportDeclaration,
  );
  if (!module.exports?.has(name.escapedName)) {
    const from = stars.filter((star) => {
      const target = star.moduleSpecifier && checker.getSymbolAtLocation(star.moduleSpecifier);
      return target && checker.getExportsOfModule(target).some((one) => one.name === name.name);
    });
    if (from.length > 0 && from.every((star) => star.isTypeOnly)) return true;
  }
  if (!(name.flags & SymbolFlags.Alias)) return false;
  for (const declaration of name.declarations ?? []) {
    if (ts.isTypeOnlyImportOrExportDeclaration(declaration)) return true;
    if (ts.isNamespaceExport(declaration) && declaration.parent.isTypeOnly) return true;
  }
  const next = immediateAliasOf(name, checker);
  if (!next || next === name || !(next.flags & SymbolFlags.Alias)) return false;
  const home = next.declarations?.[0] && checker.getSymbolAtLocation(next.declarations[0].getSourceFile());
  return home !== undefined && isTypeOnly(home, next, checker, hops + 1);
}

export function isDeprecated(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some(({ name }) => name === "deprecated");
}

/** What its author said not to rely on. */
export function isExperimental(symbol: ts.Symbol): boolean {
  if (/^(unstable|experimental)_/.test(symbol.name)) return true;
  return symbol.getJsDocTags().some(({ name }) => name === "alpha" || name === "experimental");
}

/** `@input` and `@output`: who gives the values of a type, in the author's own words. */
export function declaredPolarity(symbol: ts.Symbol): "input" | "output" | undefined {
  const tags = symbol.getJsDocTags().map(({ name }) => name);
  return tags.includes("input") ? "input" : tags.includes("output") ? "output" : undefined;
}
