export interface TreeNode {
  label: string;
  children: TreeNode[];
}
