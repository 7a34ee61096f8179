export interface TreeNode<T> { value: T; children: TreeNode<T>[] }
export declare function flatten<T>(root: TreeNode<T>): T[];
