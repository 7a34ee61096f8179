export interface Api {
  "/users": { req: { page: number }; res: string[] };
  "/me": { res: { id: string; mail: string } };
}
type Res<K extends keyof Api> = Api[K] extends { res: infer R } ? R : never;
type Req<K extends keyof Api> = Api[K] extends { req: infer R } ? R : undefined;
export declare function call<K extends keyof Api>(path: K, body: Req<K>): Promise<Res<K>>;
export {};
