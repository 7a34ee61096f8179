export type Doc = string | number | readonly Doc[] | { readonly [key: string]: Doc };
export declare function read(path: string): Doc;
export declare function exists(path: string): boolean;
