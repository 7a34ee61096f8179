export type Filter = string[] | { readonly length: number };
export declare function select(filter: Filter): void;
