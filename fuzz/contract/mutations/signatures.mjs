import { ts } from "../program.mjs";
import { all, callables, insert, isExported, parenthesesOf, remove, removeFrom, replace } from "./edits.mjs";

const TYPES = ["number", "string | null", "{ a: string }", "() => void"];
const last = (node) => node.parameters.at(-1);
const hasRest = (node) => last(node)?.dotDotDotToken !== undefined;

/** Adds a parameter at the end. */
function append(node, text) {
  const { close } = parenthesesOf(node);
  const end = node.parameters.length > 0 ? node.parameters.at(-1).end : close;
  return [insert(end, node.parameters.length > 0 ? `, ${text}` : text)];
}

const functions = (surface) =>
  surface.file.statements.filter((one) => ts.isFunctionDeclaration(one) && isExported(one));
/** Functions that have one signature and that no type of the surface is made from. */
const single = (surface) =>
  functions(surface).filter(
    (one) =>
      one.name &&
      (surface.text.match(new RegExp(`\\b${one.name.text.replaceAll("$", "\\$")}\\b`, "g")) ?? []).length === 1,
  );
const isComponent = (one) => /^[A-Z]/.test(one.name?.text ?? "");
const parameters = (surface) =>
  callables(surface).flatMap((one) =>
    one.parameters.map((parameter, at) => ({ parameter, at, list: one.parameters, node: one })),
  );
const overloads = (surface) => {
  const groups = new Map();
  for (const one of surface.file.statements) {
    if (!ts.isFunctionDeclaration(one) || !one.name) continue;
    groups.set(one.name.text, [...(groups.get(one.name.text) ?? []), one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
};

/** Parameters, overloads and results. */
export const signatures = [
  {
    name: "add optional parameter",
    claim: "addition",
    sites: (surface) =>
      single(surface)
        .filter((one) => !hasRest(one) && !isComponent(one))
        .flatMap((one) => TYPES.map((type) => append(one, `fuzzAdded?: ${type}`))),
  },
  {
    name: "add optional parameter anywhere",
    claim: "any",
    sites: (surface) =>
      callables(surface)
        .filter((one) => !hasRest(one))
        .flatMap((one) => TYPES.map((type) => append(one, `fuzzAdded?: ${type}`))),
  },
  {
    name: "add required parameter",
    claim: "any",
    sites: (surface) =>
      callables(surface)
        .filter((one) => !hasRest(one) && !last(one)?.questionToken)
        .flatMap((one) => TYPES.map((type) => append(one, `fuzzAdded: ${type}`))),
  },
  {
    name: "add rest parameter",
    claim: "any",
    sites: (surface) =>
      callables(surface)
        .filter((one) => !hasRest(one))
        .map((one) => append(one, "...fuzzAdded: unknown[]")),
  },
  {
    name: "remove parameter",
    claim: "any",
    sites: (surface) => parameters(surface).map(({ list, at }) => [removeFrom(list, at)]),
  },
  {
    name: "toggle optional parameter",
    claim: "any",
    sites: (surface) =>
      parameters(surface)
        .filter(({ parameter }) => !parameter.dotDotDotToken)
        .map(({ parameter }) =>
          parameter.questionToken ? [replace(parameter.questionToken, "")] : [insert(parameter.name.end, "?")],
        ),
  },
  {
    name: "swap parameters",
    claim: "any",
    sites: (surface) =>
      callables(surface)
        .filter(({ parameters: list }) => list.length > 1 && !list[1].dotDotDotToken)
        .map(({ parameters: [first, second] }) => [replace(first, second.getText()), replace(second, first.getText())]),
  },
  {
    name: "add this parameter",
    claim: "any",
    sites: (surface) =>
      callables(surface)
        .filter((one) => !ts.isConstructorDeclaration(one) && one.parameters[0]?.name.getText() !== "this")
        .map((one) => [
          insert(parenthesesOf(one).open, `this: { fuzz: string }${one.parameters.length > 0 ? ", " : ""}`),
        ]),
  },
  {
    name: "result to void",
    claim: "any",
    sites: (surface) =>
      callables(surface)
        .filter(({ type }) => type)
        .map((one) => [replace(one.type, "void")]),
  },
  {
    name: "void to a result",
    claim: "any",
    sites: (surface) =>
      callables(surface)
        .filter(({ type }) => type?.kind === ts.SyntaxKind.VoidKeyword)
        .map((one) => [replace(one.type, "number")]),
  },
  {
    name: "guard to boolean",
    claim: "any",
    sites: (surface) =>
      all(surface, (node) => ts.isTypePredicateNode(node) && !node.assertsModifier).map((one) => [
        replace(one, "boolean"),
      ]),
  },
  {
    name: "overload after",
    claim: "any",
    sites: (surface) =>
      functions(surface)
        .filter(({ name }) => name)
        .map((one) => [insert(one.end, `\nexport declare function ${one.name.text}(fuzz: symbol): symbol;`)]),
  },
  {
    name: "overload before",
    claim: "any",
    sites: (surface) =>
      functions(surface)
        .filter(({ name }) => name)
        .map((one) => [insert(one.getStart(), `export declare function ${one.name.text}(fuzz: symbol): symbol;\n`)]),
  },
  {
    name: "remove overload",
    claim: "any",
    sites: (surface) => overloads(surface).flatMap((group) => group.map((one) => [remove(one)])),
  },
  {
    name: "swap overloads",
    claim: "any",
    sites: (surface) =>
      overloads(surface).map(([first, second]) => [replace(first, second.getText()), replace(second, first.getText())]),
  },
];
