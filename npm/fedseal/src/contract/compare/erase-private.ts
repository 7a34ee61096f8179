import ts = require("typescript");

/**
 * The same text with private members blanked out and `protected` taken away: two versions of a class would otherwise never
 * fit each other, and what is private is nobody's business. Places stay as they are.
 */
export function erasePrivate(file: ts.SourceFile, nominal: Set<string>, guarded: Set<string>): string {
  const text = file.text;
  const blanks: [number, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) {
      for (const member of node.members) {
        const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
        const isPrivate =
          modifiers.some((one) => one.kind === ts.SyntaxKind.PrivateKeyword) ||
          (member.name && ts.isPrivateIdentifier(member.name));
        const shield = modifiers.find((one) => one.kind === ts.SyntaxKind.ProtectedKeyword);
        if (isPrivate || shield) {
          if (!ts.isConstructorDeclaration(member)) nominal.add(`${file.fileName}:${node.getStart(file)}`);
        }
        if (isPrivate && !ts.isConstructorDeclaration(member)) blanks.push([member.getStart(file), member.end]);
        else if (shield && !ts.isConstructorDeclaration(member)) {
          blanks.push([shield.getStart(file), shield.end]);
          guarded.add(`${file.fileName}:${startWithout(member, shield, file)}`);
        }
        if (ts.isConstructorDeclaration(member)) {
          for (const parameter of member.parameters) {
            const hidden = ts.getModifiers(parameter)?.find((one) => one.kind === ts.SyntaxKind.PrivateKeyword);
            if (hidden) {
              nominal.add(`${file.fileName}:${node.getStart(file)}`);
              blanks.push([hidden.getStart(file), hidden.end]);
            }
          }
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let erased = text;
  for (const [start, end] of blanks) {
    erased = erased.slice(0, start) + erased.slice(start, end).replaceAll(/[^\r\n]/g, " ") + erased.slice(end);
  }
  return erased;
}

/** Where a member starts once one of its modifiers is gone. */
function startWithout(member: ts.ClassElement, modifier: ts.Node, file: ts.SourceFile): number {
  const start = member.getStart(file);
  if (start !== modifier.getStart(file)) return start;
  const rest = file.text.slice(modifier.end, member.end);
  return modifier.end + (rest.length - rest.trimStart().length);
}
