interface Defaults { readonly id: string; readonly rank?: number }
type KeyOf<T> = keyof T & string;
export interface Tree<T extends object = Defaults, K extends KeyOf<T> = KeyOf<T>> { readonly value: T; readonly children: readonly Tree<T, K>[]; pick(k: K): T[K] }
export declare function tree(): Tree;
export declare function treeOf<T extends object>(root: T): Tree<T>;
