import { ts } from "../program.mjs";
import { all, freeParameters, insert, isWholeType, replace, statementOf } from "./edits.mjs";
import { wholeTypes } from "./types.mjs";

const K = ts.SyntaxKind;

/** Members that a mapped type keeps as they are: properties that are named plainly. */
const isPlain = (one) => ts.isPropertySignature(one) && one.type !== undefined && ts.isIdentifier(one.name);
const literals = (surface) =>
  all(surface, (node) => ts.isTypeLiteralNode(node) && node.members.length > 0 && node.members.every(isPlain)).filter(
    // Where it is the body of an alias, it stays one; a mapped type there has no name of its own for what is in it.
    ({ parent }) => !ts.isIntersectionTypeNode(parent),
  );
const isReadonly = (one) => (ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Readonly) !== 0;
const body = (members, without = /^$/) => `{ ${members.map((one) => one.getText().replace(without, "")).join(" ")} }`;
const hasList = (surface) => surface.file.statements.some(ts.isExportDeclaration);
const names = (members) => members.map((one) => JSON.stringify(one.name.text)).join(" | ");

/** Another way to write the same type. */
const rules = {
  "Array<T>": (surface) =>
    all(surface, (node) => ts.isArrayTypeNode(node)).map((one) => {
      if (ts.isTypeOperatorNode(one.parent) && one.parent.operator === K.ReadonlyKeyword)
        return [replace(one.parent, `ReadonlyArray<${one.elementType.getText()}>`)];
      return [replace(one, `Array<${one.elementType.getText()}>`)];
    }),
  "T[]": (surface) =>
    all(
      surface,
      (node) =>
        ts.isTypeReferenceNode(node) &&
        /^(Readonly)?Array$/.test(node.typeName.getText()) &&
        node.typeArguments?.length === 1,
    ).map((one) => [
      replace(one, `(${one.typeName.getText() === "Array" ? "" : "readonly "}(${one.typeArguments[0].getText()})[])`),
    ]),
  "true | false": (surface) =>
    all(surface, ({ kind }) => kind === K.BooleanKeyword).map((one) => [replace(one, "(true | false)")]),
  parentheses: (surface) => wholeTypes(surface).map((one) => [replace(one, `(${one.getText()})`)]),
  "or never": (surface) => simple(surface).map((one) => [replace(one, `(${one.getText()} | never)`)]),
  "union twice": (surface) =>
    all(surface, ts.isUnionTypeNode).map((one) => [insert(one.end, ` | ${one.types[0].getText()}`)]),
  Exclude: (surface) =>
    all(surface, (node) => ts.isUnionTypeNode(node) && node.types.every(ts.isLiteralTypeNode)).map((one) => [
      replace(one, `Exclude<${one.getText()} | "fuzzExtra", "fuzzExtra">`),
    ]),
  "nested union": (surface) =>
    all(surface, (node) => ts.isUnionTypeNode(node) && node.types.length > 2).map((one) => [
      insert(one.types[0].getStart(), "("),
      insert(one.types[1].end, ")"),
    ]),
  Partial: (surface) =>
    literals(surface)
      .filter(({ members }) => members.every((one) => one.questionToken))
      .map((one) => [replace(one, `Partial<${body(one.members, /\?(?=\s*:)/)}>`)]),
  Readonly: (surface) =>
    literals(surface)
      .filter(({ members }) => members.every(isReadonly))
      .map((one) => [replace(one, `Readonly<${body(one.members, /^readonly\s+/)}>`)]),
  Pick: (surface) =>
    literals(surface).map((one) => [
      replace(
        one,
        `Pick<{ fuzzOther: number; ${one.members.map((member) => member.getText()).join(" ")} }, ${names(one.members)}>`,
      ),
    ]),
  Omit: (surface) =>
    literals(surface).map((one) => [
      replace(
        one,
        `Omit<{ fuzzOther: number; ${one.members.map((member) => member.getText()).join(" ")} }, "fuzzOther">`,
      ),
    ]),
  Record: (surface) =>
    literals(surface)
      .filter(({ members }) => members.every((one) => !one.questionToken && !isReadonly(one)))
      .filter(({ members }) => new Set(members.map((one) => one.type.getText())).size === 1)
      .map((one) => [replace(one, `Record<${names(one.members)}, ${one.members[0].type.getText()}>`)]),
  intersection: (surface) =>
    literals(surface)
      .filter(({ members }) => members.length > 1)
      .map((one) => [replace(one, `(${body(one.members.slice(0, 1))} & ${body(one.members.slice(1))})`)]),
  "call signature": (surface) =>
    all(surface, ts.isFunctionTypeNode).map((one) => {
      const arrow = surface.text.lastIndexOf("=>", one.type.getStart());
      return [insert(one.getStart(), "{ "), { start: arrow, end: arrow + 2, text: ":" }, insert(one.end, " }")];
    }),
  "an alias of it": (surface) => extracted(surface, (parameters, type) => `type FuzzAlias${parameters} = ${type};`),
  "an alias written out": (surface) => inlined(surface),
  "Parameters<…>[0]": (surface) =>
    extracted(surface, (parameters, type) =>
      // A parameter that is `void` may be left out.
      parameters === "" && type !== "void" ? `type FuzzAlias = Parameters<(value: ${type}) => void>[0];` : undefined,
    ),
  "ReturnType<…>": (surface) =>
    extracted(surface, (parameters, type) =>
      parameters === "" ? `type FuzzAlias = ReturnType<() => ${type}>;` : undefined,
    ),
  "a member of it": (surface) =>
    extracted(
      surface,
      (parameters, type) => `interface FuzzHolder${parameters} { readonly held: ${type} }`,
      (args) => `FuzzHolder${args}["held"]`,
    ),
  "...Parameters<typeof f>": (surface) =>
    all(surface, (node) => ts.isFunctionDeclaration(node) && !node.typeParameters && node.parameters.length > 0)
      .filter(
        (one) =>
          hasList(surface) &&
          one.parameters.every(({ dotDotDotToken, name }) => !dotDotDotToken && name.getText() !== "this") &&
          !(one.type && ts.isTypePredicateNode(one.type)),
      )
      .map((one) => {
        const list = one.parameters.map((parameter) => parameter.getText()).join(", ");
        return [
          {
            start: one.parameters[0].getStart(),
            end: one.parameters.end,
            text: "...args: Parameters<typeof fuzzLike>",
          },
          insert(surface.text.length, `declare function fuzzLike(${list}): void;\n`),
        ];
      }),
  "import type form": (surface) =>
    all(
      surface,
      (node) =>
        ts.isTypeReferenceNode(node) && ts.isQualifiedName(node.typeName) && node.typeName.left.getText() === "React",
    ).map((one) => [replace(one.typeName, `import("react").${one.typeName.right.text}`)]),
};

/** Types that a union may take in without becoming another one. */
function simple(surface) {
  return wholeTypes(surface).filter(
    (one) => ts.isTypeReferenceNode(one) || ts.isArrayTypeNode(one) || ts.isLiteralTypeNode(one),
  );
}

/** A type moved into a declaration that is not exported. */
function extracted(surface, declare, use = (args) => `FuzzAlias${args}`) {
  if (!hasList(surface)) return [];
  const found = [];
  for (const node of all(surface, isWholeType)) {
    const statement = statementOf(node);
    const isBody =
      ts.isTypeAliasDeclaration(node.parent) ||
      ts.isTypeParameterDeclaration(node.parent) ||
      ts.isParenthesizedTypeNode(node.parent);
    const isPart =
      ts.isNamedTupleMember(node) ||
      ts.isOptionalTypeNode(node) ||
      ts.isRestTypeNode(node) ||
      node.kind === K.ThisType ||
      ts.isMappedTypeNode(node.parent);
    if (isBody || isPart || ts.isImportDeclaration(statement) || ts.isConditionalTypeNode(node.parent)) continue;
    // `unique symbol` is a form, not a type of its own.
    if (/\bunique\b/.test(node.getText())) continue;
    const free = freeParameters(surface, node);
    if (!free) continue;
    const parameters =
      free.length > 0
        ? `<${free
            .map((one) =>
              one
                .getText()
                .replace(/\s=\s[\s\S]*$/, "")
                .replace(/^(const|in|out)\s+/, ""),
            )
            .join(", ")}>`
        : "";
    const args = free.length > 0 ? `<${free.map((one) => one.name.text).join(", ")}>` : "";
    const text = declare(parameters, node.getText());
    if (
      text === undefined ||
      (/<[^<]*\bextends\b/.test(parameters) &&
        free.some((one) => one.constraint && freeParameters(surface, one.constraint)?.length !== 0))
    )
      continue;
    found.push([replace(node, use(args)), insert(surface.text.length, `${text}\n`)]);
  }
  return found;
}

/** A name of an unexported alias replaced by what it stands for. */
function inlined(surface) {
  const { checker } = surface;
  return all(
    surface,
    (node) => ts.isTypeReferenceNode(node) && !node.typeArguments && ts.isIdentifier(node.typeName),
  ).flatMap((one) => {
    const declaration = checker.getSymbolAtLocation(one.typeName)?.declarations?.[0];
    if (!declaration || !ts.isTypeAliasDeclaration(declaration) || declaration.typeParameters) return [];
    const isInside = declaration.getStart() <= one.getStart() && one.end <= declaration.end;
    if (isInside || declaration.getSourceFile() !== surface.file) return [];
    return [[replace(one, `(${declaration.type.getText()})`)]];
  });
}

export const forms = Object.entries(rules).map(([name, sites]) => ({ name: `as ${name}`, claim: "equal", sites }));
