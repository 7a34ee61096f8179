export type Filter = string[] | { readonly only: string };
export declare function select(filter: Filter): void;
