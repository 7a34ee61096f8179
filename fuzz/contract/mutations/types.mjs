import { ts } from "../program.mjs";
import { isBrand, PRIMITIVES } from "./brands.mjs";
import { all, insert, isWholeType, removeFrom, reorder, replace } from "./edits.mjs";

const K = ts.SyntaxKind;

/** Nodes that stand where a whole type is asked for: of a member, a parameter, a result, an alias, an argument. */
export function wholeTypes(surface) {
  return all(surface, isWholeType).filter(
    ({ parent }, _, __) => parent !== undefined && !ts.isTypeParameterDeclaration(parent),
  );
}

const unions = (surface) => all(surface, ts.isUnionTypeNode);
const wrapped = (node) => (isTight(node) ? `(${node.getText()})` : node.getText());
/** Forms that bind less than `|`. */
const isTight = (node) =>
  ts.isFunctionTypeNode(node) ||
  ts.isConditionalTypeNode(node) ||
  ts.isConstructorTypeNode(node) ||
  ts.isInferTypeNode(node);
/** A place where `| x` may be written without parentheses. */
const isLoose = ({ parent }) =>
  !ts.isArrayTypeNode(parent) &&
  !ts.isTypeOperatorNode(parent) &&
  !ts.isIndexedAccessTypeNode(parent) &&
  !ts.isOptionalTypeNode(parent) &&
  !ts.isRestTypeNode(parent) &&
  !ts.isIntersectionTypeNode(parent) &&
  !ts.isConditionalTypeNode(parent);

function widen(by, is = () => true) {
  return (surface) =>
    wholeTypes(surface)
      .filter((node) => isLoose(node) && is(node))
      .map((node) => [replace(node, `${wrapped(node)} | ${by}`)]);
}

/** One type in place of another one. */
const replacements = [
  { name: "add null", claim: "any", sites: widen("null") },
  { name: "add undefined", claim: "any", sites: widen("undefined") },
  {
    name: "add a literal",
    claim: "any",
    sites: (surface) => unions(surface).map((one) => [insert(one.end, ' | "fuzzAdded"')]),
  },
  { name: "add a number", claim: "any", sites: widen("number", ({ kind }) => PRIMITIVES.includes(kind)) },
  {
    name: "remove a union's part",
    claim: "any",
    sites: (surface) => unions(surface).flatMap((one) => one.types.map((_, at) => [removeFrom(one.types, at)])),
  },
  {
    name: "reorder a union",
    claim: "equal",
    sites: (surface, random) =>
      unions(surface).map((one) => reorder(one.types, random.shuffle(one.types.map((_, at) => at)))),
  },
  {
    name: "another primitive",
    claim: "any",
    sites: (surface) =>
      all(surface, ({ kind }) => PRIMITIVES.includes(kind)).flatMap((one) =>
        PRIMITIVES.filter((kind) => kind !== one.kind).map((kind) => [replace(one, ts.tokenToString(kind))]),
      ),
  },
  {
    name: "primitive to literals",
    claim: "any",
    sites: (surface) =>
      all(surface, ({ kind }) => kind === K.StringKeyword).map((one) => [replace(one, '("fuzzA" | "fuzzB")')]),
  },
  {
    name: "literal to primitive",
    claim: "any",
    sites: (surface) =>
      all(surface, (node) => ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)).map((one) => [
        replace(one, "string"),
      ]),
  },
  {
    name: "another literal",
    claim: "any",
    sites: (surface) =>
      all(surface, (node) => ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)).map((one) => [
        replace(one, '"fuzzOther"'),
      ]),
  },
  { name: "to unknown", claim: "any", sites: (surface) => wholeTypes(surface).map((one) => [replace(one, "unknown")]) },
  {
    name: "to never",
    claim: "any",
    sites: (surface) => wholeTypes(surface).map((one) => [replace(one, "never")]),
  },
  {
    name: "into an array",
    claim: "any",
    sites: (surface) => wholeTypes(surface).map((one) => [replace(one, `Array<${one.getText()}>`)]),
  },
  {
    name: "readonly array",
    claim: "any",
    sites: (surface) =>
      all(surface, ts.isArrayTypeNode).map((one) => {
        const isReadonly = ts.isTypeOperatorNode(one.parent) && one.parent.operator === K.ReadonlyKeyword;
        return isReadonly ? [replace(one.parent, one.getText())] : [replace(one, `(readonly ${one.getText()})`)];
      }),
  },
  {
    name: "into a promise",
    claim: "any",
    sites: (surface) => wholeTypes(surface).map((one) => [replace(one, `Promise<${one.getText()}>`)]),
  },
  {
    name: "another declared type",
    claim: "any",
    sites(surface) {
      const names = surface.file.statements
        .filter((one) => (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) && !one.typeParameters)
        .map((one) => one.name.text);
      return all(
        surface,
        (node) => ts.isTypeReferenceNode(node) && !node.typeArguments && names.includes(node.typeName.getText()),
      ).flatMap((one) => names.filter((name) => name !== one.getText()).map((name) => [replace(one, name)]));
    },
  },
  {
    name: "tuple item",
    claim: "any",
    sites: (surface) =>
      all(surface, ts.isTupleTypeNode).flatMap((one) => [
        ...(one.elements.length > 0
          ? [[insert(one.elements.end, ", number?")], [insert(one.elements[0].getStart(), "string, ")]]
          : []),
        ...one.elements.map((_, at) => [removeFrom(one.elements, at)]),
      ]),
  },
  {
    name: "partial",
    claim: "any",
    sites: (surface) =>
      all(surface, (node) => ts.isTypeReferenceNode(node) || ts.isTypeLiteralNode(node)).map((one) => [
        replace(one, `Partial<${one.getText()}>`),
      ]),
  },
  {
    name: "literal of a constant",
    claim: "any",
    sites: (surface) =>
      all(
        surface,
        (node) => ts.isVariableDeclaration(node) && node.initializer && ts.isStringLiteral(node.initializer),
      ).flatMap((one) => [[replace(one.initializer, '"fuzzOther"')], [replace(one.initializer, "7")]]),
  },
];

/** The same, but for brands: another one is the same to consumers, who make no values of it, whatever its type is. */
export const types = replacements.map((one) => ({
  ...one,
  sites(surface, random) {
    const marks = all(surface, isBrand).map(({ type }) => type);
    const isMark = ({ start }) => marks.some((type) => type.pos <= start && start <= type.end);
    return one.sites(surface, random).filter((edits) => !edits.some(isMark));
  },
}));
