export interface Entry { name: string; }
export interface Registry extends ReadonlyMap<string, Entry> { readonly version: number }
export declare function registry(): Registry;
