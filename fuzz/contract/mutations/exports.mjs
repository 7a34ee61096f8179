import { ts } from "../program.mjs";
import { insert, isExported, remove, replace } from "./edits.mjs";

const ADDED = [
  "export declare const fuzzAdded: number;",
  "export declare function fuzzAdded(a: string): void;",
  "export interface FuzzAdded { a: string }",
  'export type FuzzAdded = "a" | "b";',
  "export declare class FuzzAdded { a: string }",
  "export declare enum FuzzAdded { A, B }",
];

const statements = (surface) => [...surface.file.statements];
const isType = (node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

/** What is exported, as a whole. */
export const exportsOfModule = [
  {
    name: "add export",
    claim: "addition",
    sites: (surface) => ADDED.map((text) => [insert(surface.text.length, `${text}\n`)]),
  },
  {
    name: "add unexported",
    claim: "equal",
    sites: (surface) =>
      hasExportList(surface) ? [[insert(surface.text.length, "interface FuzzAdded { a: string }\n")]] : [],
  },
  {
    name: "remove export",
    claim: "any",
    sites: (surface) =>
      statements(surface)
        .filter(isExported)
        .map((one) => [remove(one)]),
  },
  {
    name: "unexport",
    claim: "any",
    sites: (surface) =>
      hasExportList(surface)
        ? statements(surface)
            .filter((one) => isExported(one) && !has(one, ts.SyntaxKind.DefaultKeyword))
            .map((one) => [replace(modifier(one, ts.SyntaxKind.ExportKeyword), "")])
        : [],
  },
  {
    name: "export type",
    claim: "addition",
    sites: (surface) =>
      hasExportList(surface)
        ? statements(surface)
            .filter((one) => isType(one) && !isExported(one))
            .map((one) => [insert(one.getStart(), "export ")])
        : [],
  },
  {
    name: "interface to alias",
    claim: "any",
    sites: (surface) =>
      statements(surface)
        .filter((one) => ts.isInterfaceDeclaration(one) && !one.heritageClauses)
        .map((one) => {
          const { text } = surface;
          const word = text.indexOf("interface", one.getStart());
          const brace = text.indexOf("{", (one.typeParameters ?? one.name).end);
          return [{ start: word, end: word + 9, text: "type" }, insert(brace, "= "), insert(one.end, ";")];
        }),
  },
  {
    name: "alias to interface",
    claim: "any",
    sites: (surface) =>
      statements(surface)
        .filter((one) => ts.isTypeAliasDeclaration(one) && ts.isTypeLiteralNode(one.type))
        .map((one) => {
          const { text } = surface;
          const word = text.indexOf("type", one.getStart());
          const equals = text.lastIndexOf("=", one.type.getStart());
          return [
            { start: word, end: word + 4, text: "interface" },
            { start: equals, end: one.type.getStart(), text: "" },
            { start: one.type.end, end: one.end, text: "" },
          ];
        }),
  },
  {
    name: "function to constant",
    claim: "any",
    sites: (surface) =>
      statements(surface)
        .filter(
          (one) => ts.isFunctionDeclaration(one) && one.name && one.type && !has(one, ts.SyntaxKind.DefaultKeyword),
        )
        .filter((one) => statements(surface).filter((other) => other.name?.text === one.name.text).length === 1)
        .map((one) => {
          const { text } = surface;
          const word = text.indexOf("function", one.getStart());
          const colon = text.lastIndexOf(":", one.type.getStart());
          return [
            { start: word, end: word + 8, text: "const" },
            insert(one.name.end, ": "),
            { start: colon, end: colon + 1, text: " =>" },
          ];
        }),
  },
  {
    name: "reorder statements",
    claim: "equal",
    sites(surface, random) {
      // Overloads and merged declarations keep their order among each other.
      const list = statements(surface).filter(
        (one) => one.name && statements(surface).filter((other) => other.name?.text === one.name.text).length === 1,
      );
      if (list.length < 2) return [];
      const order = random.shuffle(list.map((_, at) => at));
      return [list.map((one, at) => replace(one, list[order[at]].getText()))];
    },
  },
  {
    name: "comment",
    claim: "equal",
    sites: (surface) => statements(surface).map((one) => [insert(one.getStart(), "/** Says more. */\n")]),
  },
  {
    name: "split interface",
    claim: "equal",
    sites: (surface) =>
      statements(surface)
        .filter(
          (one) =>
            ts.isInterfaceDeclaration(one) &&
            one.members.length > 1 &&
            new Set(one.members.map(nameOf)).size === one.members.length,
        )
        .filter((one) => one.members.every((member) => member.name))
        .map((one) => {
          const last = one.members.at(-1);
          const head = surface.text.slice(
            one.getStart(),
            one.typeParameters ? surface.text.indexOf(">", one.typeParameters.end) + 1 : one.name.end,
          );
          return [
            { start: last.getFullStart(), end: last.end, text: "" },
            insert(one.end, `\n${head} { ${last.getText()} }`),
          ];
        }),
  },
  {
    name: "list of exports",
    claim: "equal",
    sites: (surface) =>
      hasExportList(surface)
        ? statements(surface)
            .filter(
              (one) =>
                isType(one) &&
                isExported(one) &&
                statements(surface).filter((other) => other.name?.text === one.name.text).length === 1,
            )
            .map((one) => [
              replace(modifier(one, ts.SyntaxKind.ExportKeyword), ""),
              insert(surface.text.length, `export { ${one.name.text} };\n`),
            ])
        : [],
  },
];

function nameOf(member) {
  return member.name?.getText();
}

/** With `export {}` only what is marked is exported; without it, everything in a declaration file. */
function hasExportList(surface) {
  return surface.file.statements.some(ts.isExportDeclaration);
}

function modifier(node, kind) {
  return node.modifiers.find((one) => one.kind === kind);
}

function has(node, kind) {
  return node.modifiers?.some((one) => one.kind === kind) ?? false;
}
