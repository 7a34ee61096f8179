interface Ranked { readonly rank?: number }
interface Item extends Ranked { readonly id: string }
type KeyOf<T> = string & keyof T;
export interface Tree<T extends object = Item, K extends KeyOf<T> = KeyOf<T>> { readonly value: T; readonly children: readonly Tree<T, K>[]; pick(k: K): T[K] }
export declare function tree(): Tree;
export declare function treeOf<T extends object>(root: T): Tree<T>;
