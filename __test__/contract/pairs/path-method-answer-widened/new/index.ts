interface Paths { "/me": { get: { res: { id: string } | undefined }; drop: {} }; "/cart": { get: { res: number } }; }
type Answer<P extends keyof Paths, M extends keyof Paths[P]> = Paths[P][M] extends { res: infer R } ? R : void;
export declare function request<P extends keyof Paths, M extends keyof Paths[P]>(method: M, path: P): Promise<Answer<P, M>>;
export {};
