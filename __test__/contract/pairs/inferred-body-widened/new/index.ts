export interface Body { id: number | string }
interface Api { save: { req: Body }; drop: {} }
type Req<K extends keyof Api> = Api[K] extends { req: infer R } ? [body: R] : [];
export declare function call<K extends keyof Api>(name: K, ...rest: Req<K>): void;
