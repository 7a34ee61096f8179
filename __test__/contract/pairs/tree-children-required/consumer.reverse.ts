import { flatten, type TreeNode } from "./surface";
const leaf: TreeNode<number> = { value: 1, children: [] }; export const f: number[] = flatten({ value: 2, children: [leaf] });
