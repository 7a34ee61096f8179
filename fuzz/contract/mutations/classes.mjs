import { ts } from "../program.mjs";
import { all, insert, replace } from "./edits.mjs";

const K = ts.SyntaxKind;
const classesOf = (surface) => all(surface, ts.isClassDeclaration);
const members = (surface) =>
  classesOf(surface).flatMap(({ members: list }) =>
    list.filter((one) => ts.isPropertyDeclaration(one) || ts.isMethodDeclaration(one)),
  );
const modifier = (node, kind) => node.modifiers?.find((one) => one.kind === kind);

function toggle(kind, word) {
  return (surface) =>
    members(surface).map((one) => {
      const found = modifier(one, kind);
      if (found) return [replace(found, "")];
      return [insert(one.getStart(), `${word} `)];
    });
}

/** Classes and enums. */
export const classes = [
  { name: "toggle static", claim: "any", sites: toggle(K.StaticKeyword, "static") },
  { name: "toggle protected", claim: "any", sites: toggle(K.ProtectedKeyword, "protected") },
  { name: "toggle private", claim: "any", sites: toggle(K.PrivateKeyword, "private") },
  { name: "toggle abstract member", claim: "any", sites: toggle(K.AbstractKeyword, "abstract") },
  {
    name: "toggle abstract class",
    claim: "any",
    sites: (surface) =>
      classesOf(surface).map((one) => {
        const found = modifier(one, K.AbstractKeyword);
        if (found) return [replace(found, "")];
        return [insert(surface.text.indexOf("class", one.modifiers?.end ?? one.getStart()), "abstract ")];
      }),
  },
  {
    name: "add private member",
    claim: "any",
    sites: (surface) =>
      classesOf(surface).flatMap((one) => [
        [insert(one.members.pos, " private fuzzAdded;")],
        [insert(one.members.pos, " #fuzzAdded;")],
      ]),
  },
  {
    name: "rename private member",
    claim: "equal",
    sites: (surface) =>
      members(surface)
        .filter((one) => modifier(one, K.PrivateKeyword))
        .map((one) => [replace(one.name, "fuzzRenamed")]),
  },
  {
    name: "property to accessors",
    claim: "any",
    sites: (surface) =>
      members(surface)
        .filter((one) => ts.isPropertyDeclaration(one) && one.type && !one.questionToken && !one.modifiers)
        .flatMap((one) => {
          const [name, type] = [one.name.getText(), one.type.getText()];
          return [
            [replace(one, `get ${name}(): ${type}; set ${name}(value: ${type});`)],
            [replace(one, `get ${name}(): ${type};`)],
          ];
        }),
  },
  {
    name: "constructor",
    claim: "any",
    sites: (surface) =>
      classesOf(surface)
        .filter(({ members: list }) => !list.some(ts.isConstructorDeclaration))
        .flatMap((one) => [
          [insert(one.members.pos, " constructor(fuzz: string);")],
          [insert(one.members.pos, " constructor(fuzz?: string);")],
          [insert(one.members.pos, " private constructor();")],
        ]),
  },
  {
    name: "enum member",
    claim: "any",
    sites: (surface) =>
      all(surface, ts.isEnumDeclaration).flatMap((one) => [
        ...(one.members.length > 0 ? [[insert(one.members.at(-1).end, ', FuzzAdded = "fuzz"')]] : []),
        ...one.members
          .slice(1)
          .map((member) => [{ start: one.members[one.members.indexOf(member) - 1].end, end: member.end, text: "" }]),
        ...one.members.map((member) => [replace(member, `${member.name.getText()} = "fuzzOther"`)]),
        ...one.members.map((member) => [replace(member.name, "FuzzRenamed")]),
      ]),
  },
  {
    name: "reorder enum members",
    claim: "equal",
    sites: (surface) =>
      all(surface, ts.isEnumDeclaration)
        .filter(({ members: list }) => list.length > 1 && list.every(({ initializer }) => initializer))
        .map(({ members: [first, second] }) => [replace(first, second.getText()), replace(second, first.getText())]),
  },
];
