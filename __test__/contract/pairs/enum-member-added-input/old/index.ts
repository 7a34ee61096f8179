declare const flagBrand: unique symbol;
export type FlagKey<T> = string & { readonly [flagBrand]: T };
export declare function flagKey<T>(name: string): FlagKey<T>;
export declare function readFlag<T>(key: FlagKey<T>, fallback: T): T;
export enum Align { Start = 1, End = 2 }
export declare function setAlign(align: Align, animate?: boolean): void;
export declare function clearAlign(): void;
