type Api = { me: { res: { id: string } }; list: { res: string[] } };
type Res<K extends keyof Api> = Api[K] extends { res: infer R } ? R : never;
export declare function call<K extends keyof Api>(name: K): Promise<Res<K>>;
