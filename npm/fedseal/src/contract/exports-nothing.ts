import ts = require("typescript");

import { readSource } from "./read-source.js";

/** Whether a source or declaration exports no name: the entry of a bundler, for one, which stands for nothing but itself. */
export function exportsNothing(path: string): boolean {
  const file = ts.createSourceFile(path, readSource(path), ts.ScriptTarget.ESNext);
  // A script declares global names.
  if (!ts.isExternalModule(file)) return !path.endsWith(".d.ts");
  return !file.statements.some((statement) => {
    if (ts.isExportAssignment(statement)) return true;
    if (ts.isExportDeclaration(statement)) {
      const { exportClause } = statement;
      return !exportClause || ts.isNamespaceExport(exportClause) || exportClause.elements.length > 0;
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) || isAmbient(statement, path);
  });
}

/** In a declaration file, every declaration is exported unless it says `export {}`. */
function isAmbient(statement: ts.Statement, path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path) && !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement);
}
