import { nodesOf, ts } from "../program.mjs";
import { all, isExported, replace } from "./edits.mjs";

/** Every mention of a symbol. */
function mentions({ checker, file }, symbol) {
  return [...nodesOf(file)].filter((node) => ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === symbol);
}

function renamed(surface, declaration, name) {
  // A base may be a mutant that has the name already.
  if (new RegExp(`\\b${name}\\b`).test(surface.text)) return [];
  const symbol = surface.checker.getSymbolAtLocation(declaration.name);
  return symbol ? mentions(surface, symbol).map((one) => replace(one, name)) : [];
}

const isType = (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one);

/** Names that consumers see, and names that they do not. */
export const names = [
  {
    name: "rename unexported type",
    claim: "equal",
    sites(surface) {
      const exported = new Set(surface.exports().values());
      return (
        surface.file.statements
          .filter((one) => isType(one) && !exported.has(surface.checker.getSymbolAtLocation(one.name)))
          // The name of a unique symbol is the name of the members that it stands for.
          .filter((one) => !(surface.checker.getSymbolAtLocation(one.name).flags & ts.SymbolFlags.Variable))
          .map((one) => renamed(surface, one, "FuzzRenamed"))
      );
    },
  },
  {
    name: "rename export",
    claim: "any",
    sites: (surface) =>
      surface.file.statements
        .filter((one) => one.name && ts.isIdentifier(one.name) && isExported(one))
        .map((one) => renamed(surface, one, "FuzzRenamed")),
  },
  {
    name: "rename type parameter",
    claim: "equal",
    sites: (surface) => all(surface, ts.isTypeParameterDeclaration).map((one) => renamed(surface, one, "FuzzT")),
  },
  {
    name: "rename parameter",
    claim: "equal",
    sites: (surface) =>
      all(surface, (node) => ts.isParameter(node) && ts.isIdentifier(node.name) && node.name.text !== "this").map(
        (one) => renamed(surface, one, "fuzzRenamed"),
      ),
  },
];
