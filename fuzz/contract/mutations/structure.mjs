import { ts } from "../program.mjs";
import { all, insert, replace } from "./edits.mjs";

const interfaces = (surface) => all(surface, ts.isInterfaceDeclaration);
const bases = (surface) =>
  all(surface, (node) => ts.isInterfaceDeclaration(node) && node.heritageClauses?.[0]?.types.length === 1);

/** The declaration of a base without type parameters that nothing else adds to. */
function declarationOf({ checker, file }, base) {
  const symbol = checker.getSymbolAtLocation(base.expression);
  const [declaration, ...more] = symbol?.declarations ?? [];
  const isPlain = declaration && more.length === 0 && ts.isInterfaceDeclaration(declaration);
  if (!isPlain || declaration.getSourceFile() !== file || declaration.typeParameters) return undefined;
  return declaration;
}

/** Bases, mapped types, conditional types and templates. */
export const structure = [
  {
    name: "as members of its base",
    claim: "equal",
    sites: (surface) =>
      bases(surface).flatMap((one) => {
        const [clause] = one.heritageClauses;
        const base = declarationOf(surface, clause.types[0]);
        if (!base || /\bthis\b/.test(base.getText())) return [];
        const own = new Set(one.members.map(({ name }) => name?.getText()));
        if (own.has(undefined) || base.members.some(({ name }) => !name || own.has(name.getText()))) return [];
        const rest = base.heritageClauses?.[0]?.getText() ?? "";
        const body = base.members.map((member) => member.getText()).join(" ");
        return [[replace(clause, rest), insert(one.members.pos, ` ${body}`)]];
      }),
  },
  {
    name: "remove base",
    claim: "any",
    sites: (surface) => bases(surface).map(({ heritageClauses: [clause] }) => [replace(clause, "")]),
  },
  {
    name: "add base",
    claim: "any",
    sites: (surface) =>
      interfaces(surface)
        .filter(({ heritageClauses }) => !heritageClauses)
        .map((one) => [
          insert(one.members.pos - 1, " extends FuzzBase "),
          insert(surface.text.length, "interface FuzzBase { fuzzAdded?: string }\n"),
        ]),
  },
  {
    name: "mapped modifier",
    claim: "any",
    sites: (surface) =>
      all(surface, ts.isMappedTypeNode).flatMap((one) => [
        one.questionToken
          ? [replace(one.questionToken, "")]
          : [insert(surface.text.indexOf("]", (one.nameType ?? one.typeParameter).end) + 1, "?")],
        one.readonlyToken
          ? [replace(one.readonlyToken, "")]
          : [insert(surface.text.lastIndexOf("[", one.typeParameter.getStart()), "readonly ")],
      ]),
  },
  {
    name: "swap branches",
    claim: "any",
    sites: (surface) =>
      all(surface, ts.isConditionalTypeNode).map(({ trueType, falseType }) => [
        replace(trueType, `(${falseType.getText()})`),
        replace(falseType, `(${trueType.getText()})`),
      ]),
  },
  {
    name: "template to string",
    claim: "any",
    sites: (surface) => all(surface, ts.isTemplateLiteralTypeNode).map((one) => [replace(one, "string")]),
  },
  {
    name: "add keyof a part",
    claim: "any",
    sites: (surface) =>
      all(surface, (node) => ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword).map((one) => [
        replace(one, `(${one.getText()} & string)`),
      ]),
  },
  {
    name: "method overload",
    claim: "any",
    sites: (surface) =>
      all(surface, ts.isMethodSignature).flatMap((one) => [
        [insert(one.end, ` ${one.name.getText()}${one.questionToken ? "?" : ""}(fuzz: symbol): symbol;`)],
        [insert(one.getStart(), `${one.name.getText()}${one.questionToken ? "?" : ""}(fuzz: symbol): symbol; `)],
      ]),
  },
  {
    name: "getter",
    claim: "equal",
    sites: (surface) =>
      all(
        surface,
        (node) =>
          ts.isPropertySignature(node) &&
          ts.isInterfaceDeclaration(node.parent) &&
          node.type &&
          !node.questionToken &&
          node.modifiers?.length === 1,
      ).map((one) => [replace(one, `get ${one.name.getText()}(): ${one.type.getText()};`)]),
  },
];
