export interface Selection { readonly ids: readonly string[]; toArray(): string[]; has(id: string): boolean }
export declare function selectionOf(ids: ReadonlyArray<string>): Selection;
