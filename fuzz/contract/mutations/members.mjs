import { ts } from "../program.mjs";
import { isBrand } from "./brands.mjs";
import { all, holders, insert, remove, reorder, replace } from "./edits.mjs";

const ADDED = ["number", "string | null", "() => void", '"a" | "b"', "{ a: string }"];

/** The position after the opening brace. */
const inside = (holder) => holder.members.pos;
const properties = (surface) =>
  all(
    surface,
    (node) => ts.isPropertySignature(node) || (ts.isPropertyDeclaration(node) && !ts.isPrivateIdentifier(node.name)),
  );
const named = (surface) =>
  all(
    surface,
    (node) =>
      ts.isPropertySignature(node) ||
      ts.isMethodSignature(node) ||
      ts.isPropertyDeclaration(node) ||
      ts.isMethodDeclaration(node),
  );
const isReadonly = (node) => (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Readonly) !== 0;

/** Members of interfaces, type literals and classes. */
export const members = [
  {
    name: "add optional member",
    claim: "addition",
    sites: (surface) =>
      holders(surface).flatMap((one) => ADDED.map((type) => [insert(inside(one), ` fuzzAdded?: ${type};`)])),
  },
  {
    name: "add required member",
    claim: "any",
    sites: (surface) =>
      holders(surface).flatMap((one) => ADDED.map((type) => [insert(inside(one), ` fuzzAdded: ${type};`)])),
  },
  {
    name: "add method",
    claim: "any",
    sites: (surface) => holders(surface).map((one) => [insert(inside(one), " fuzzAdded(a: string): number;")]),
  },
  {
    name: "remove member",
    claim: "any",
    sites: (surface) => named(surface).map((one) => [remove(one)]),
  },
  {
    name: "rename member",
    claim: "any",
    sites: (surface) =>
      named(surface)
        .filter((one) => !isBrand(one))
        .map((one) => [replace(one.name, "fuzzRenamed")]),
  },
  {
    name: "toggle optional",
    claim: "any",
    sites: (surface) =>
      named(surface).map((one) => (one.questionToken ? [replace(one.questionToken, "")] : [insert(one.name.end, "?")])),
  },
  {
    name: "toggle readonly",
    claim: "any",
    sites: (surface) =>
      properties(surface).map((one) => {
        const modifier = one.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
        return modifier ? [replace(modifier, "")] : isReadonly(one) ? [] : [insert(one.name.getStart(), "readonly ")];
      }),
  },
  {
    name: "reorder members",
    claim: "equal",
    sites: (surface, random) =>
      holders(surface)
        .filter(({ members }) => members.length > 1 && members.every(({ name }) => name))
        // Methods of one name are overloads.
        .filter(({ members }) => new Set(members.map(({ name }) => name.getText())).size === members.length)
        .map(({ members }) => reorder(members, random.shuffle(members.map((_, at) => at)))),
  },
  {
    name: "method to property",
    claim: "any",
    sites: (surface) =>
      all(surface, (node) => ts.isMethodSignature(node) && node.type !== undefined)
        .filter((one) => one.parent.members.filter(({ name }) => name?.getText() === one.name.getText()).length === 1)
        .map((one) => {
          const colon = surface.text.lastIndexOf(":", one.type.getStart());
          const at = one.questionToken?.end ?? one.name.end;
          // An optional function type among others needs no parentheses as a whole member.
          return [insert(at, ": "), { start: colon, end: colon + 1, text: " =>" }];
        }),
  },
  {
    name: "property to method",
    claim: "any",
    sites: (surface) =>
      all(
        surface,
        (node) => ts.isPropertySignature(node) && node.type && ts.isFunctionTypeNode(node.type) && !isReadonly(node),
      ).map((one) => {
        const at = one.questionToken?.end ?? one.name.end;
        const arrow = one.type.type.getFullStart() - 2;
        return [
          { start: at, end: one.type.getStart(), text: "" },
          { start: arrow, end: arrow + 2, text: ":" },
        ];
      }),
  },
  {
    name: "quote a name",
    claim: "equal",
    sites: (surface) =>
      all(surface, (node) => ts.isPropertySignature(node) && ts.isIdentifier(node.name)).map((one) => [
        replace(one.name, JSON.stringify(one.name.text)),
      ]),
  },
  {
    name: "optional is undefined",
    claim: "equal",
    sites: (surface) =>
      all(surface, (node) => ts.isPropertySignature(node) && node.questionToken && node.type).map((one) => [
        replace(one.type, `(${one.type.getText()}) | undefined`),
      ]),
  },
  {
    name: "index signature",
    claim: "any",
    sites: (surface) => [
      ...holders(surface).flatMap((one) => [
        [insert(inside(one), " [key: string]: any;")],
        [insert(inside(one), " [key: string]: unknown;")],
      ]),
      ...all(surface, ts.isIndexSignatureDeclaration).map((one) => [remove(one)]),
    ],
  },
  {
    name: "move members to a base",
    claim: "equal",
    sites: (surface) =>
      all(
        surface,
        (node) =>
          ts.isInterfaceDeclaration(node) && !node.heritageClauses && !node.typeParameters && node.members.length > 1,
      )
        .filter(
          (one) =>
            one.members.every(({ name }) => name) &&
            ts.isSourceFile(one.parent) &&
            surface.file.statements.some(ts.isExportDeclaration),
        )
        .filter((one) => !/\bthis\b/.test(one.getText()))
        .map((one) => {
          const body = one.members.map((member) => member.getText()).join(" ");
          return [
            insert(one.name.end, " extends FuzzBase"),
            { start: one.members.pos, end: one.members.end, text: "" },
            insert(surface.text.length, `interface FuzzBase { ${body} }\n`),
          ];
        }),
  },
];
