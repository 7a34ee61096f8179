interface Api { users: { get: { res: string[] } }; log: { post: number }; me: { get: { res: { id: string } } }; }
type Answer<K extends keyof Api> = Api[K] extends { get: infer G } ? (G extends { res: infer R } ? R : unknown) : undefined;
export interface Client {
  fetch<K extends keyof Api>(path: K): Promise<Answer<K>>;
}
export declare const client: Client;
export {};
