import { join } from "node:path";
import { applyEdits, nodesOf, programOf, root, ts } from "./program.mjs";

/** Cuts a few exports of a package, and every declaration that they need, down to one file. */

const MAX_STATEMENTS = 40;
const MAX_TEXT = 9_000;

const packages = new Map();

/** @returns {{ checker, exports } | undefined} the exports of a package's declarations */
function open(name) {
  if (!packages.has(name)) packages.set(name, read(name));
  return packages.get(name);
}

function read(name) {
  const found = ts.resolveModuleName(name, join(root, "fuzz.ts"), { moduleResolution: 100 }, ts.sys).resolvedModule;
  if (!found || !/\.d\.[mc]?ts$/.test(found.resolvedFileName)) return undefined;
  const program = programOf(new Map(), { noLib: true, lib: undefined });
  const path = found.resolvedFileName;
  const opened = ts.createProgram({
    rootNames: [path],
    options: { ...program.getCompilerOptions(), noLib: true, lib: undefined },
  });
  const checker = opened.getTypeChecker();
  const module = checker.getSymbolAtLocation(opened.getSourceFile(path));
  return module && { checker, exports: checker.getExportsOfModule(module).map((symbol) => resolved(checker, symbol)) };
}

function resolved(checker, symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** A slice of a package, or undefined where this choice makes none. */
export function slice(name, random) {
  const opened = open(name);
  if (!opened || opened.exports.length === 0) return undefined;
  const chosen = random.shuffle(opened.exports).slice(0, 1 + random.below(3));
  const statements = reach(opened.checker, chosen);
  return statements && print(statements, new Set(chosen), opened.checker);
}

/** Statement → edits that its text needs; undefined where something cannot stand alone. */
function reach(checker, chosen) {
  const statements = new Map();
  const names = new Map();
  const queue = [...chosen];
  const seen = new Set(queue);
  for (let symbol = queue.shift(); symbol; symbol = queue.shift()) {
    if (names.has(symbol.name) && names.get(symbol.name) !== symbol) return undefined;
    names.set(symbol.name, symbol);
    for (const declaration of symbol.declarations ?? []) {
      const statement = statementOf(declaration);
      if (!statement) return undefined;
      if (statements.has(statement)) continue;
      const edits = [];
      statements.set(statement, edits);
      if (statements.size > MAX_STATEMENTS) return undefined;
      for (const node of nodesOf(statement)) {
        if (ts.isImportTypeNode(node) || ts.isJSDoc(node)) return undefined;
        if (!ts.isIdentifier(node)) continue;
        const target = checker.getSymbolAtLocation(node);
        if (!target) continue;
        const found = resolved(checker, target);
        if (ts.isQualifiedName(node.parent) && node.parent.right === node) continue;
        const home = found.declarations?.[0];
        if (!home) continue;
        if (!ts.isExternalModule(home.getSourceFile())) continue;
        if (home.getSourceFile().fileName.includes("/@types/react/")) {
          if (!ts.isQualifiedName(node.parent)) edits.push(edit(node, `React.${found.name}`));
          else if (node.text !== "React") edits.push(edit(node, "React"));
          continue;
        }
        if (ts.isSourceFile(home)) return undefined;
        if (!statementOf(home)) continue;
        if (node.text !== found.name) edits.push(edit(node, found.name));
        if (!seen.has(found)) {
          seen.add(found);
          queue.push(found);
        }
      }
    }
  }
  return statements;
}

function edit(node, text) {
  return { start: node.getStart(), end: node.end, text };
}

/** The statement of a module that a declaration is; undefined for a member or something inside a namespace. */
function statementOf(declaration) {
  const isVariable = ts.isVariableDeclaration(declaration) && ts.isVariableStatement(declaration.parent.parent);
  const statement = isVariable ? declaration.parent.parent : declaration;
  const isKnown =
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isVariableStatement(statement);
  if (!isKnown || !ts.isSourceFile(statement.parent) || !ts.isExternalModule(statement.parent)) return undefined;
  return statement;
}

function print(statements, chosen, checker) {
  const parts = [];
  for (const [statement, edits] of statements) {
    const start = statement.getStart();
    const names = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
    if (names.some(({ name }) => !name || !ts.isIdentifier(name))) return undefined;
    const isChosen = names.some(({ name }) => chosen.has(checker.getSymbolAtLocation(name)));
    const modifiers = statement.modifiers ?? [];
    const kept = modifiers.filter(
      ({ kind }) => kind === ts.SyntaxKind.AbstractKeyword || kind === ts.SyntaxKind.ConstKeyword,
    );
    const bodyStart = modifiers.length > 0 ? afterBlanks(statement, modifiers.at(-1).end) : start;
    const moved = edits.map((one) => ({ ...one, start: one.start - bodyStart, end: one.end - bodyStart }));
    const body = applyEdits(statement.getSourceFile().text.slice(bodyStart, statement.end), moved);
    if (body === undefined) return undefined;
    const declared = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ? "" : "declare ";
    const head = `${isChosen ? "export " : ""}${declared}${kept.map((one) => `${one.getText()} `).join("")}`;
    parts.push(`${head}${body}`);
  }
  const text = `${parts.join("\n")}\nexport {};\n`;
  if (text.length > MAX_TEXT) return undefined;
  return withoutComments(/\bReact\b/.test(text) ? `import * as React from "react";\n${text}` : text);
}

function afterBlanks(statement, at) {
  const { text } = statement.getSourceFile();
  return at + /^\s*/.exec(text.slice(at))[0].length;
}

/** Comments only make what is printed longer. */
function withoutComments(text) {
  return text.replaceAll(/\/\*[\s\S]*?\*\/\n?|^\s*\/\/.*\n/gm, "").replaceAll(/^\s*\n/gm, "");
}
