import { mentionedIn, nodesOf, ts } from "../program.mjs";

/**
 * Whether type arguments of a function or class are inferred through an intersection: `options: Base & Own<T>`. TypeScript
 * takes the parts away that both sides have in the same words, and infers from the rest. With `Base` written in another way,
 * the whole is inferred for `T`, although the types say the same. That is nobody's promise; consumers name `T`.
 */
export function infersThroughIntersection(declaration, checker) {
  const seen = new Set();
  const queue = ts.isFunctionLike(declaration) ? [...declaration.parameters] : [declaration];
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if ([...nodesOf(node)].some((one) => ts.isIntersectionTypeNode(one) && isOpen(one, checker))) return true;
    for (const symbol of mentionedIn(node, checker)) {
      queue.push(...(symbol.declarations ?? []).filter((one) => one.getSourceFile() === node.getSourceFile()));
    }
  }
  return false;
}

function isOpen(intersection, checker) {
  return mentionedIn(intersection, checker).some(({ flags }) => flags & ts.SymbolFlags.TypeParameter);
}
