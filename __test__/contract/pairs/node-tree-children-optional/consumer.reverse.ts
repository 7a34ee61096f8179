import { buildTree, type TreeNode } from "./surface";
const walk = (n: TreeNode): string[] => [n.id, ...(n.children ?? []).flatMap(walk)]; walk(buildTree(["a"]));
