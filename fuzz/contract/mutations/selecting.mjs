import { mentionedIn, nodesOf, ts } from "../program.mjs";

/**
 * Whether a place is in a declaration by which types are told apart: what a conditional type extends, and whose keys are taken
 * out of another type. One more member there makes another selection, and so do other words for what is extended. What a type
 * parameter extends is one as well: a type argument may have had another member of that name.
 */
export function isSelecting({ file, checker }, at) {
  const queue = [...nodesOf(file)].filter((node) => selects(node));
  const seen = new Set();
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.pos <= at && at <= node.end) return true;
    for (const { declarations } of mentionedIn(node, checker)) {
      queue.push(...(declarations ?? []).filter((one) => one.getSourceFile() === file));
    }
  }
  return false;
}

function selects(node) {
  if (node.parent && ts.isConditionalTypeNode(node.parent) && node.parent.extendsType === node) return true;
  if (node.parent && ts.isTypeParameterDeclaration(node.parent) && node.parent.constraint === node) return true;
  // `Exclude<T, U>` is `T extends U ? never : T`.
  const isExtended = node.parent && ts.isTypeReferenceNode(node.parent) && node.parent.typeArguments?.[1] === node;
  if (isExtended && /^(Exclude|Extract)$/.test(node.parent.typeName.getText())) return true;
  if (!ts.isTypeOperatorNode(node) || node.operator !== ts.SyntaxKind.KeyOfKeyword) return false;
  for (let one = node.parent; one; one = one.parent) {
    if (ts.isTypeReferenceNode(one) && /^(Omit|Exclude|Extract)$/.test(one.typeName.getText())) return true;
  }
  return false;
}
