export interface Selection { readonly ids: ReadonlyArray<string>; toArray(): Array<string>; has(id: string): boolean }
export declare function selectionOf(ids: readonly string[]): Selection;
