import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageOf } from "./package-of.js";
import { identifiersOf } from "./typescript-internals.js";

import ts = require("typescript");

/**
 * The declarations of the browser are two thirds of what the language declares, and reading them is most of the time of a
 * small comparison. They are read where a name of theirs occurs.
 */
export function namesBrowser(program: ts.Program, libraries: string): boolean {
  return program.getSourceFiles().some((file) => {
    // React declares the elements that it names itself, where the browser's declarations are missing.
    if (program.isSourceFileDefaultLibrary(file) || OWN_NAMES.has(packageOf(file.fileName) ?? "")) return false;
    const names = browserNames(libraries);
    // Most files share no identifier with the browser; the others are looked at more closely.
    return identifiersOf(file).some((name) => names.has(name)) && mentions(file, names);
  });
}

/** Whether a file uses one of the names as a global: as the first part of a name, and without declaring it. */
function mentions(file: ts.SourceFile, names: ReadonlySet<string>): boolean {
  const own = declaredIn(file);
  const visit = (node: ts.Node): boolean => {
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isTypeQueryNode(node)
        ? node.exprName
        : ts.isExpressionWithTypeArguments(node)
          ? node.expression
          : undefined;
    const first = name && firstOf(name);
    if (first !== undefined && names.has(first) && !own.has(first)) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(file);
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
      if (name && ts.isIdentifier(name) && isModule(file)) found.add(name.text);
    }
  }
  return found;
}

/** Declarations of a script add to the global ones. */
function isModule(file: ts.SourceFile): boolean {
  return ts.isExternalModule(file);
}

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
