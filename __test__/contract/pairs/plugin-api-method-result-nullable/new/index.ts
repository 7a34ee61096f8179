export interface Api { storage: { read(key: string): string | null } }
export declare function activate(run: (api: Api) => void): () => void;
