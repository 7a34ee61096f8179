import ts = require("typescript");

import { type Named, namedIn } from "./named.js";

/** A place in a text; both count from 1, columns in UTF-16 code units. Without a column, it is somewhere in that declaration. */
export interface TextPlace {
  line: number;
  column?: number;
}

/** A place in a declaration, with the text that is there, on one line. */
export interface StubPlace {
  line: number;
  column: number;
  text: string;
}

/** The way from a module to what is declared in it, or the module that is imported there. */
export type Way = { steps: readonly Step[] } | { specifier: string };

/** The `index`th of `count` declarations with this key. */
interface Step {
  key: string;
  index: number;
  count: number;
}

/** The way to a place in a declaration; undefined when the place is not in this text. */
export function wayTo(place: StubPlace, stub: ts.SourceFile): Way | undefined {
  const target = nodeAt(place, stub);
  if (!target) return undefined;
  if (ts.isStringLiteral(target) && isSpecifier(target)) return { specifier: target.text };
  const steps: Step[] = [];
  for (let node: ts.Node = stub; node !== target; ) {
    const named = namedIn(node);
    const next = named.find((one) => contains(one.node, target)) ?? only(named, target);
    if (!next) break;
    const same = named.filter((one) => one.key === next.key);
    steps.push({ key: exported(next.key, stub), index: same.indexOf(next), count: same.length });
    // A statement that holds the declaration, and a declaration that is the target, are the end.
    if (contains(target, next.node)) break;
    node = next.node;
  }
  return { steps };
}

/** Follows a way in a source as far as it goes: the end, or the deepest declaration on the way, or nothing. */
export function follow(way: Way, source: ts.SourceFile): TextPlace | undefined {
  if ("specifier" in way) return specifierIn(source, way.specifier);
  let node: ts.Node = source;
  let reached: Named | undefined;
  // All of a JSON file is its default export.
  const steps = source.fileName.endsWith(".json") ? way.steps.filter(({ key }) => key !== "default") : way.steps;
  for (const { key, index, count } of steps) {
    const same = namedIn(node).filter((one) => one.key === key);
    // Other declarations of that name were added or are gone: which of them is meant cannot be said.
    const next = same.length === count ? same[index] : undefined;
    if (!next) return reached ? lineOf(reached.mark) : exportIn(source, nameIn(key));
    reached = next;
    node = next.node;
  }
  return reached && placeOf(reached.mark);
}

/** The line of what a module declares or exports by a name, whatever it is. */
export function exportIn(source: ts.SourceFile, name: string): TextPlace | undefined {
  const same = namedIn(source).filter(({ key }) => nameIn(key) === name);
  const found = same.find(({ key }) => key.startsWith("export ")) ?? same[0];
  return found && lineOf(found.mark);
}

function nameIn(key: string): string {
  return key.slice(key.indexOf(" ") + 1);
}

/** The compiler names a default export that has no name. */
function exported(key: string, stub: ts.SourceFile): string {
  if (!/^value _default(_\d+)?$/.test(key)) return key;
  const isDefault = stub.statements.some(
    (one) =>
      ts.isExportAssignment(one) &&
      !one.isExportEquals &&
      ts.isIdentifier(one.expression) &&
      one.expression.text === nameIn(key),
  );
  return isDefault ? "default" : key;
}

/** The node that starts at a place: the one with that text, else the outermost that is no whole file. */
function nodeAt({ line, column, text }: StubPlace, file: ts.SourceFile): ts.Node | undefined {
  const start = file.getLineStarts()[line - 1];
  if (start === undefined) return undefined;
  const position = start + column - 1;
  const starting: ts.Node[] = [];
  const look = (node: ts.Node): void => {
    if (position < node.pos || position >= node.end) return;
    if (node.getStart(file) === position) starting.push(node);
    ts.forEachChild(node, look);
  };
  look(file);
  const wanted = oneLine(text);
  const isWanted = (node: ts.Node) => {
    const own = oneLine(node.getText(file));
    return wanted.endsWith("…") ? own.startsWith(wanted.slice(0, -1)) : own === wanted;
  };
  // A file with one statement has the text of that statement.
  const exact = starting.find((node) => isWanted(node) && !(ts.isSourceFile(node) && node.statements.length === 1));
  if (exact) return exact;
  // Private members are taken out of what is compared: the text is another one then, but not its first word.
  const first = firstWord(wanted);
  return starting.find((node) => !ts.isSourceFile(node) && firstWord(oneLine(node.getText(file))) === first);
}

function firstWord(text: string): string {
  return /^[\w$]+|^./u.exec(text)?.[0] ?? "";
}

function oneLine(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.getStart() <= inner.getStart() && inner.end <= outer.end;
}

/** `export declare const a: 1;` is the statement of one declaration. */
function only(named: readonly Named[], target: ts.Node): Named | undefined {
  const isWrapper =
    ts.isVariableStatement(target) || ts.isVariableDeclarationList(target) || ts.isExportDeclaration(target);
  const inside = isWrapper ? named.filter((one) => contains(target, one.node)) : [];
  return inside.length === 1 ? inside[0] : undefined;
}

function isSpecifier({ parent }: ts.StringLiteral): boolean {
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isExternalModuleReference(parent) ||
    (ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent)) ||
    (ts.isCallExpression(parent) &&
      (parent.expression.kind === ts.SyntaxKind.ImportKeyword || isRequire(parent.expression)))
  );
}

function isRequire(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === "require";
}

function specifierIn(source: ts.SourceFile, specifier: string): TextPlace | undefined {
  let found: ts.Node | undefined;
  const look = (node: ts.Node): void => {
    if (found) return;
    if (ts.isStringLiteral(node) && node.text === specifier && isSpecifier(node)) found = node;
    ts.forEachChild(node, look);
  };
  look(source);
  return found && placeOf(found);
}

function placeOf(node: ts.Node): Required<TextPlace> {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { line: line + 1, column: character + 1 };
}

function lineOf(node: ts.Node): TextPlace {
  return { line: placeOf(node).line };
}
