import { depth, walkTree, type TreeNode } from "./surface";
const t: TreeNode<number> = { value: 1, children: [{ value: 2 }] };
walkTree(t, n => n.value.toFixed() + depth(n));
