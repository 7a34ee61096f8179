export declare class Schema<T> { private constructor(); readonly _type: T; parse(input: unknown): T; optional(): Schema<T | undefined>; nullable(): Schema<T | null> }
export declare function object<S extends Record<string, Schema<any>>>(shape: S): Schema<{ [K in keyof S]: S[K] extends Schema<infer T> ? T : never }>;
export declare function string(): Schema<string>;
