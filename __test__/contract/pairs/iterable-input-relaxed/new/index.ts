export interface Tag { readonly name: string }
export declare function index(tags: Iterable<Tag>, by?: keyof Tag | ((t: Tag) => string)): ReadonlyMap<string, Tag>;
export declare function names(): readonly string[];
