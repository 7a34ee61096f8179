export interface Leaf { readonly id: string; readonly depth: number }
export declare function visit(root: Leaf, cb: (leaf: Leaf) => boolean): number;
export declare function leaf(id: string): Leaf;
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
