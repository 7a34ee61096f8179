import ts = require("typescript");

/** The enum of an enum type or of one of its members. */
export function enumOf(type: ts.Type, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = type.symbol;
  if (!symbol) return undefined;
  if (symbol.flags & ts.SymbolFlags.Enum) return symbol;
  if (!(symbol.flags & ts.SymbolFlags.EnumMember)) return undefined;
  const parent = symbol.valueDeclaration?.parent;
  return parent && ts.isEnumDeclaration(parent) ? checker.getSymbolAtLocation(parent.name) : undefined;
}

export interface EnumMember {
  value: string | number | undefined;
  node: ts.Node;
}

export function enumMembersOf(symbol: ts.Symbol, checker: ts.TypeChecker): Map<string, EnumMember> {
  const members = new Map<string, EnumMember>();
  for (const declaration of symbol.declarations ?? []) {
    if (!ts.isEnumDeclaration(declaration)) continue;
    for (const member of declaration.members) {
      const name = ts.isComputedPropertyName(member.name) ? member.name.getText() : member.name.text;
      members.set(name, { value: checker.getConstantValue(member), node: member });
    }
  }
  return members;
}
