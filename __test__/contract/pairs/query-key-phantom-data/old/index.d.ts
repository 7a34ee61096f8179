declare const dataTag: unique symbol;
export interface QueryKey<D> { readonly path: readonly string[]; readonly [dataTag]?: D }
export interface Order { id: string; total: number }
export declare const orderKey: QueryKey<Order>;
export declare function getQueryData<D>(key: QueryKey<D>): D;
export declare function invalidate(path: readonly string[]): Promise<void>;
type KeyOf<T, K> = K extends keyof T ? T[K] : never;
type Merge<A, B> = Omit<A, keyof B> & B;
export declare function valueAt<T extends object, K extends string>(entity: T, key: K): KeyOf<T, K>;
export declare function mergeEntities<A extends object, B extends object>(a: A, b: B): Merge<A, B>;
export {};
