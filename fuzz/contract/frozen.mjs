import { applyEdits, ts } from "./program.mjs";

/**
 * The declarations of a surface as a consumer's own, which never change: a type of them is the exact old type, and the text
 * of each old type node means the same there. Private members are left out, since they make two classes differ.
 */
export function freeze({ file, text }) {
  const edits = [];
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement)) continue;
    if (isOnlyExport(statement)) {
      edits.push({ start: statement.getStart(file), end: statement.end, text: "" });
      continue;
    }
    const start = statement.getStart(file);
    for (const modifier of statement.modifiers ?? []) {
      const isDropped =
        modifier.kind === ts.SyntaxKind.ExportKeyword ||
        modifier.kind === ts.SyntaxKind.DefaultKeyword ||
        modifier.kind === ts.SyntaxKind.DeclareKeyword;
      if (isDropped) edits.push({ start: modifier.getStart(file), end: modifier.end, text: "" });
    }
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) {
      edits.push({ start, end: start, text: "declare " });
    }
    if (!statement.name && (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))) {
      const word = ts.isFunctionDeclaration(statement) ? "function" : "class";
      const at = text.indexOf(word, start) + word.length;
      edits.push({ start: at, end: at, text: ` ${DEFAULT} ` });
    }
    if (ts.isClassDeclaration(statement)) {
      for (const member of statement.members) {
        if (isPrivate(member) && !ts.isConstructorDeclaration(member)) {
          edits.push({ start: member.getStart(file), end: member.end, text: "" });
        }
      }
    }
  }
  return applyEdits(text, edits);
}

const DEFAULT = "$default";

function isOnlyExport(statement) {
  return (
    ts.isExportDeclaration(statement) ||
    ts.isExportAssignment(statement) ||
    ts.isNamespaceExportDeclaration(statement) ||
    statement.kind === ts.SyntaxKind.EmptyStatement
  );
}

export function isPrivate(member) {
  const isModified = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0;
  return isModified || (member.name !== undefined && ts.isPrivateIdentifier(member.name));
}

/** The name by which a declaration is known in the frozen copy. */
export function frozenName(symbol) {
  const name = symbol.declarations?.[0]?.name;
  return name && ts.isIdentifier(name) ? name.text : DEFAULT;
}
