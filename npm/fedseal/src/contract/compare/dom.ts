import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageOf } from "./package-of.js";

import ts = require("typescript");

/**
 * The declarations of the browser are two thirds of what the language declares, and reading them is most of the time of a
 * small comparison. They are read where a name of theirs occurs.
 */
export function namesBrowser(program: ts.Program, libraries: string): boolean {
  const known = languageNames(program);
  const files = program.getSourceFiles().filter((file) => {
    // React declares the elements that it names itself, where the browser's declarations are missing.
    return !program.isSourceFileDefaultLibrary(file) && !OWN_NAMES.has(packageOf(file.fileName) ?? "");
  });
  // Reading which names the browser has takes longer than finding that a file names nothing that is not declared here.
  return files.some((file) => {
    const globals = globalsOf(file, known);
    return globals.size > 0 && [...globals].some((name) => browserNames(libraries).has(name));
  });
}

/** The names that the declarations of the language without a browser have. */
function languageNames(program: ts.Program): Set<string> {
  const libraries = program.getSourceFiles().filter((file) => program.isSourceFileDefaultLibrary(file));
  const names = new Set(libraries.flatMap((file) => [...declaredIn(file)]));
  for (const name of BOTH) names.delete(name);
  return names;
}

/** Names that a file uses as globals, as the first part of a name, and that neither it nor the language declares. */
function globalsOf(file: ts.SourceFile, known: ReadonlySet<string>): Set<string> {
  const own = isModule(file) ? declaredIn(file) : new Set<string>();
  const found = new Set<string>();
  const visit = (node: ts.Node, outer: ReadonlySet<string>): void => {
    const scope = scopeOf(node, outer);
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isTypeQueryNode(node)
        ? node.exprName
        : ts.isExpressionWithTypeArguments(node)
          ? node.expression
          : undefined;
    const first = name && firstOf(name);
    if (first !== undefined && !known.has(first) && !own.has(first) && !scope.has(first)) found.add(first);
    ts.forEachChild(node, (child) => visit(child, scope));
  };
  visit(file, new Set());
  return found;
}

/** The type parameters that may be named inside of a node. */
function scopeOf(node: ts.Node, outer: ReadonlySet<string>): ReadonlySet<string> {
  const { typeParameters } = node as { typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> };
  const declared = ts.isMappedTypeNode(node) ? [node.typeParameter] : (typeParameters ?? []);
  const inferred = ts.isConditionalTypeNode(node) ? inferredIn(node.extendsType) : [];
  const names = [...declared, ...inferred].map((one) => one.name.text);
  return names.length === 0 ? outer : new Set([...outer, ...names]);
}

function inferredIn(node: ts.Node): ts.TypeParameterDeclaration[] {
  const found: ts.TypeParameterDeclaration[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isInferTypeNode(one)) found.push(one.typeParameter);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

function firstOf(name: ts.Node): string | undefined {
  if (ts.isQualifiedName(name)) return firstOf(name.left);
  if (ts.isPropertyAccessExpression(name)) return firstOf(name.expression);
  return ts.isIdentifier(name) ? name.text : undefined;
}

/** Names that the statements of a file declare or import. A namespace in it may use the global name of another. */
function declaredIn(file: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const { name, namedBindings } = statement.importClause ?? {};
      if (name) found.add(name.text);
      if (namedBindings && ts.isNamespaceImport(namedBindings)) found.add(namedBindings.name.text);
      else for (const one of namedBindings?.elements ?? []) found.add(one.name.text);
    } else {
      const { name } = statement as { name?: ts.Node };
      if (name && ts.isIdentifier(name)) found.add(name.text);
      if (ts.isVariableStatement(statement)) {
        for (const one of statement.declarationList.declarations)
          if (ts.isIdentifier(one.name)) found.add(one.name.text);
      }
    }
  }
  return found;
}

/** Declarations of a script add to the global ones. */
function isModule(file: ts.SourceFile): boolean {
  return ts.isExternalModule(file);
}

/** Declared by the language, and more of it by the browser. */
const BOTH = ["ImportMeta"];

const OWN_NAMES = new Set(["react", "csstype"]);

let names: ReadonlySet<string> | undefined;

function browserNames(libraries: string): ReadonlySet<string> {
  if (names) return names;
  const text = readFileSync(join(libraries, "lib.dom.d.ts"), "utf8");
  const all = [...text.matchAll(/^(?:declare )?(?:interface|type|var|let|const|function|namespace) (\w+)/gm)];
  names = new Set(all.map(([, name]) => name as string));
  return names;
}

export const LANGUAGE = ["lib.esnext.d.ts"];
export const BROWSER = [...LANGUAGE, "lib.dom.d.ts", "lib.dom.iterable.d.ts"];
