export interface Api { storage: { read(key: string): string } }
export declare function activate(run: (api: Api) => void): () => void;
