export interface TreeNode { id: string; children?: TreeNode[] }
export declare function buildTree(paths: readonly string[]): TreeNode;
