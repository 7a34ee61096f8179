import { ts } from "../program.mjs";

export const PRIMITIVES = [ts.SyntaxKind.StringKeyword, ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword];

/**
 * `__brand` of `string & { __brand: "Id" }`. By another name or of another type it is another brand, which is the same to
 * consumers, as the guide says: they make no values of it. A copy of the old type would tell.
 */
export function isBrand(node) {
  if (!ts.isPropertySignature(node) || !node.type || !/^_|brand/i.test(node.name.getText())) return false;
  const around = node.parent.parent;
  return ts.isIntersectionTypeNode(around) && around.types.some(({ kind }) => PRIMITIVES.includes(kind));
}
