import type { TreeNode } from "./surface";
export const leaf: TreeNode = { label: "a", children: null };
