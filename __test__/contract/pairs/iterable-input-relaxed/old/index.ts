export interface Tag { readonly name: string }
export declare function index(tags: readonly Tag[], by?: (t: Tag) => string): ReadonlyMap<string, Tag>;
export declare function names(): readonly string[];
