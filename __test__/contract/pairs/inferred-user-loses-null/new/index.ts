export interface User { id: number }
interface Api { list: { res: User[] }; drop: {}; }
type Res<K extends keyof Api> = Api[K] extends { res: infer R } ? R : undefined;
export declare function call<K extends keyof Api>(name: K): Res<K>;
