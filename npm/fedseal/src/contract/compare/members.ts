import ts = require("typescript");

import { declarationOf, memberName } from "./properties.js";

/** Properties by name, without those that the compiler adds. */
export function membersOf(type: ts.Type, checker: ts.TypeChecker): Map<string, ts.Symbol> {
  const members = new Map<string, ts.Symbol>();
  for (const property of checker.getPropertiesOfType(type)) {
    if (property.name === "prototype" && property.flags & ts.SymbolFlags.Prototype) continue;
    members.set(memberName(property), property);
  }
  return members;
}

/**
 * The properties of two types, each by its name in the old one. A member whose name is a symbol that its module keeps to itself
 * has no name that a consumer knows: where each side has one such member that the other one lacks, it is the same member.
 */
export function membersOfBoth(
  old: ts.Type,
  now: ts.Type,
  checker: ts.TypeChecker,
): [Map<string, ts.Symbol>, Map<string, ts.Symbol>] {
  const [before, after] = [membersOf(old, checker), membersOf(now, checker)];
  const [gone, came] = [hiddenIn(before, after, checker), hiddenIn(after, before, checker)];
  const [name, present] = [gone[0], came[0]];
  const property = present === undefined ? undefined : after.get(present);
  if (gone.length !== 1 || came.length !== 1 || name === undefined || present === undefined || !property)
    return [before, after];
  const renamed = new Map(after);
  renamed.delete(present);
  return [before, renamed.set(name, property)];
}

/** Members that one side has and the other one lacks, and that nobody can name. */
function hiddenIn(
  members: ReadonlyMap<string, ts.Symbol>,
  others: ReadonlyMap<string, ts.Symbol>,
  checker: ts.TypeChecker,
): string[] {
  return [...members].filter(([name, one]) => !others.has(name) && isHidden(one, checker)).map(([name]) => name);
}

/** Whether a member is named by a `unique symbol` that its module does not export. */
function isHidden(member: ts.Symbol, checker: ts.TypeChecker): boolean {
  const { name } = (declarationOf(member) ?? {}) as { name?: ts.Node };
  if (!name || !ts.isComputedPropertyName(name) || !ts.isIdentifier(name.expression)) return false;
  const symbol = checker.getSymbolAtLocation(name.expression);
  const declaration = symbol?.valueDeclaration;
  if (!symbol || !declaration || !ts.isVariableDeclaration(declaration)) return false;
  const module = checker.getSymbolAtLocation(declaration.getSourceFile());
  return module !== undefined && !checker.getExportsOfModule(module).some((one) => resolved(one, checker) === symbol);
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
