import { ts } from "../program.mjs";
import { all, insert, removeFrom, replace } from "./edits.mjs";

const generic = (surface) =>
  all(
    surface,
    (node) =>
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isFunctionDeclaration(node),
  );
const parameters = (surface) =>
  all(
    surface,
    (node) =>
      ts.isTypeParameterDeclaration(node) && !ts.isMappedTypeNode(node.parent) && !ts.isInferTypeNode(node.parent),
  );
const declared = (surface) => parameters(surface).filter(({ parent }) => parent.typeParameters);

function append(node, text) {
  if (node.typeParameters) return [insert(node.typeParameters.at(-1).end, `, ${text}`)];
  return node.name ? [insert(node.name.end, `<${text}>`)] : [];
}

/** Type parameters. */
export const generics = [
  {
    name: "add type parameter with default",
    claim: "any",
    sites: (surface) => generic(surface).map((one) => append(one, "FuzzT = string")),
  },
  { name: "add type parameter", claim: "any", sites: (surface) => generic(surface).map((one) => append(one, "FuzzT")) },
  {
    name: "remove type parameter",
    claim: "any",
    sites: (surface) =>
      declared(surface).map(({ parent }) => {
        const list = parent.typeParameters;
        if (list.length > 1) return [removeFrom(list, list.length - 1)];
        return [{ start: list.pos - 1, end: surface.text.indexOf(">", list.end) + 1, text: "" }];
      }),
  },
  {
    name: "swap type parameters",
    claim: "any",
    sites: (surface) =>
      generic(surface)
        .filter(({ typeParameters }) => typeParameters?.length > 1)
        .map(({ typeParameters: [first, second] }) => [
          replace(first, second.getText()),
          replace(second, first.getText()),
        ]),
  },
  {
    name: "change default",
    claim: "any",
    sites: (surface) =>
      declared(surface).flatMap((one) =>
        one.default
          ? [
              [replace(one.default, "{ fuzz: string }")],
              [{ start: (one.constraint ?? one.name).end, end: one.end, text: "" }],
            ]
          : [[insert(one.end, " = any")], [insert(one.end, " = string")]],
      ),
  },
  {
    name: "change constraint",
    claim: "any",
    sites: (surface) =>
      declared(surface).flatMap((one) =>
        one.constraint
          ? [
              [replace(one.constraint, "string")],
              [replace(one.constraint, "unknown")],
              [{ start: one.name.end, end: one.constraint.end, text: "" }],
            ]
          : [
              [insert(one.name.end, " extends string")],
              [insert(one.name.end, " extends object")],
              [insert(one.name.end, " extends unknown")],
            ],
      ),
  },
  {
    name: "const type parameter",
    claim: "any",
    sites: (surface) =>
      declared(surface)
        .filter(({ parent }) => ts.isFunctionDeclaration(parent))
        .map((one) => [insert(one.getStart(), "const ")]),
  },
  {
    name: "unused type argument",
    claim: "any",
    sites: (surface) =>
      all(surface, (node) => ts.isTypeReferenceNode(node) && node.typeArguments?.length > 0).flatMap((one) =>
        one.typeArguments.map((arg) => [
          replace(
            arg,
            `${ts.isFunctionTypeNode(arg) || ts.isConditionalTypeNode(arg) ? `(${arg.getText()})` : arg.getText()} | undefined`,
          ),
        ]),
      ),
  },
];
