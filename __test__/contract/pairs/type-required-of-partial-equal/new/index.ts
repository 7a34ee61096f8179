export interface Opts { retries?: number; backoff?: "linear" | "exp" }
export declare function resolveOpts(o: Opts): { retries: number; backoff: "exp" | "linear" };
export declare function defaults(): Opts;
type KeyOf<T, K> = K extends keyof T ? T[K] : never;
type Merge<A, B> = Omit<A, keyof B> & B;
export declare function valueAt<T extends object, K extends string>(entity: T, key: K): KeyOf<T, K>;
export declare function mergeEntities<A extends object, B extends object>(a: A, b: B): Merge<A, B>;
