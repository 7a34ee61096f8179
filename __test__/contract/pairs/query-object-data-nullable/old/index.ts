interface Api { me: { res: { id: string } }; ping: {}; }
export interface Query<K extends keyof Api> { key: K; data: Api[K] extends { res: infer R } ? R : undefined }
export declare function useQuery<K extends keyof Api>(key: K): Query<K>;
