import ts = require("typescript");

import { packageOf } from "./package-of.js";
import type { Surfaces } from "./program.js";
import { LIBRARY } from "./type-names.js";
import { pairOf } from "./typescript-internals.js";

/**
 * Whether two symbols are declared by the same words, and so is everything that these words mention. Such a declaration did
 * not change, whatever its types are; nothing has to be compared, and nothing may be reported.
 */
export function identityOf(surfaces: Surfaces): (old: ts.Symbol, now: ts.Symbol) => boolean {
  const { checker, isLocal, isLibrary, isNominal, isProtected } = surfaces;
  const printer = ts.createPrinter({ removeComments: true });
  const texts = new Map<ts.Node, string>();
  const known = new Map<string, boolean>();

  function textOf(node: ts.Node): string {
    let text = texts.get(node);
    if (text === undefined) {
      text = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
      texts.set(node, text);
    }
    return text;
  }

  function homeOf({ declarations = [] }: ts.Symbol): string {
    const [declaration] = declarations;
    if (!declaration) return "?";
    return isLibrary(declaration) ? LIBRARY : (packageOf(declaration.getSourceFile().fileName) ?? "?");
  }

  /** `trail` holds the pairs that are assumed to be the same while they are looked at. */
  function same(old: ts.Symbol, now: ts.Symbol, trail: Set<string>): boolean {
    const [one, other] = [resolved(old), resolved(now)];
    if (one === other) return true;
    const key = pairOf(one, other);
    const verdict = known.get(key);
    if (verdict !== undefined) return verdict;
    if (trail.has(key)) return true;
    trail.add(key);
    const found = compare(one, other, trail);
    // A no rests on nothing that was assumed; a yes does, until the first question is answered.
    if (!found) known.set(key, false);
    return found;
  }

  function compare(old: ts.Symbol, now: ts.Symbol, trail: Set<string>): boolean {
    if (old.name !== now.name && old.name !== "default" && now.name !== "default") return false;
    const [before, after] = [old.declarations ?? [], now.declarations ?? []];
    const local = before.some(isLocal);
    if (local !== after.some(isLocal)) return false;
    if (!local) return old.name === now.name && homeOf(old) === homeOf(now);
    if (before.length !== after.length) return false;
    return before.every((declaration, index) => sameNode(statementOf(declaration), statementOf(after[index]), trail));
  }

  function sameNode(old: ts.Node, now: ts.Node | undefined, trail: Set<string>): boolean {
    if (!now || old.kind !== now.kind) return false;
    if (ts.isSourceFile(old)) return ts.isSourceFile(now) && sameModule(old, now, trail);
    return textOf(old) === textOf(now) && sameMentions(old, now, old, trail);
  }

  /** What the names in two nodes of the same text stand for. */
  function sameMentions(old: ts.Node, now: ts.Node, root: ts.Node, trail: Set<string>): boolean {
    if (old.kind !== now.kind) return false;
    if (ts.isClassLike(old) && isNominal(old) !== isNominal(now)) return false;
    if (ts.isClassElement(old) && isProtected(old) !== isProtected(now)) return false;
    if (ts.isIdentifier(old) || ts.isStringLiteral(old)) {
      const [one, other] = [checker.getSymbolAtLocation(old), checker.getSymbolAtLocation(now)];
      if (!one || !other) return one === other;
      if (isInside(one, root)) return true;
      return same(one, other, trail);
    }
    const [before, after] = [childrenOf(old), childrenOf(now)];
    return (
      before.length === after.length &&
      before.every((child, index) => sameMentions(child, after[index] as ts.Node, root, trail))
    );
  }

  /** `typeof import("./module")`: everything that it exports. */
  function sameModule(old: ts.SourceFile, now: ts.SourceFile, trail: Set<string>): boolean {
    const [one, other] = [checker.getSymbolAtLocation(old), checker.getSymbolAtLocation(now)];
    if (!one || !other) return false;
    const [before, after] = [checker.getExportsOfModule(one), checker.getExportsOfModule(other)];
    const names = new Map(after.map((symbol) => [symbol.name, symbol]));
    return (
      before.length === after.length &&
      before.every((symbol) => {
        const counterpart = names.get(symbol.name);
        return counterpart !== undefined && same(symbol, counterpart, trail);
      })
    );
  }

  function resolved(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  return (old, now) => {
    const trail = new Set<string>();
    const found = same(old, now, trail);
    if (found) for (const key of trail) if (!known.has(key)) known.set(key, true);
    return found;
  };
}

/** The statement that declares a variable, so that `const` and `let` are part of its text. */
function statementOf(declaration: ts.Node | undefined): ts.Node {
  if (declaration === undefined) throw new Error("a symbol without a declaration was compared");
  return ts.isVariableDeclaration(declaration) && ts.isVariableStatement(declaration.parent.parent)
    ? declaration.parent.parent
    : declaration;
}

/** Whether a symbol is declared within a node: a type parameter, a parameter or a member. */
function isInside(symbol: ts.Symbol, root: ts.Node): boolean {
  return (
    symbol.declarations?.some((one) => {
      for (let node: ts.Node | undefined = one; node; node = node.parent) if (node === root) return true;
      return false;
    }) ?? false
  );
}

export function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}
