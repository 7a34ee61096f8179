declare const flagBrand: unique symbol;
export type FlagKey<T> = string & { readonly [flagBrand]: T };
export declare function flagKey<T>(name: string): FlagKey<T>;
export declare function readFlag<T>(key: FlagKey<T>, fallback: T): T;
export declare function index(names: readonly string[]): Map<string, number>;
export declare function lookup(table: ReadonlyMap<string, number>, name: string): number;
