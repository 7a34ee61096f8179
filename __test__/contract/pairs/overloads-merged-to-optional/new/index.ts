export interface Doc { readonly path: string }
export declare function load(path: string): Promise<Doc>;
export declare function close(doc: Doc, force?: boolean): void;
export declare function save(doc: Doc): Promise<void>;
