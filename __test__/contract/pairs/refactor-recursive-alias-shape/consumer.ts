import { draw, tree, type Tree } from "./surface";
const count = (t: Tree): number => t.nodes.reduce((n, c) => n + count(c), 1);
export const s = draw({ label: "x", nodes: [tree()] }) + count(tree());
