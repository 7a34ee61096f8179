declare const flagBrand: unique symbol;
export type FlagKey<T> = string & { readonly [flagBrand]: T };
export declare function flagKey<T>(name: string): FlagKey<T>;
export declare function readFlag<T>(key: FlagKey<T>, fallback: T): T;
export interface Row { id: number }
type Compare = { (a: Row, b: Row): number };
export declare function sortRows(rows: Row[], by: Compare): Row[];
export declare const ascending: Compare;
