export interface TypedDocument<R, V> { readonly source: string; readonly __types?: (v: V) => R }
export declare function execute<R, V>(doc: TypedDocument<R, V>, variables: V): Promise<{ data: R; errors?: readonly string[] }>;
export declare const UserQuery: TypedDocument<{ user: { id: string; avatar: string | null; name: string } }, { id: string }>;
export declare const Ping: TypedDocument<{ pong: true }, {}>;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
export {};
