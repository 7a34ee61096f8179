import type { TreeNode } from "./surface";
export const size = (n: TreeNode): number => n.children.reduce((sum, c) => sum + size(c), 1);
