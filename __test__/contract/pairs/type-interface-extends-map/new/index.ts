export interface Entry { name: string; order: number }
export interface Registry extends ReadonlyMap<string, Entry> { readonly version: number }
export declare function registry(): Registry;
