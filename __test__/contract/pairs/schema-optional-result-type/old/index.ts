export interface Schema<T> { parse(x: unknown): T; optional(): Schema<T | undefined>; array(): Schema<T[]> }
export declare const text: Schema<string>;
export declare const flag: Schema<boolean>;
type KeyOf<T, K> = K extends keyof T ? T[K] : never;
type Merge<A, B> = Omit<A, keyof B> & B;
export declare function valueAt<T extends object, K extends string>(entity: T, key: K): KeyOf<T, K>;
export declare function mergeEntities<A extends object, B extends object>(a: A, b: B): Merge<A, B>;
