export interface Type<T> { readonly _output: T; optional(): Type<T | undefined>; list(): Type<T[]>; refine<U extends T>(f: (v: T) => v is U): Type<U>; parse(x: unknown): T }
type Shape = { readonly [k: string]: Type<any> };
type OptionalKeys<S extends Shape> = { [K in keyof S]: undefined extends S[K]["_output"] ? K : never }[keyof S];
type Out<S extends Shape> = { [K in Exclude<keyof S, OptionalKeys<S>>]: S[K]["_output"] } & { [K in OptionalKeys<S>]?: S[K]["_output"] };
export declare function object<S extends Shape>(s: S): Type<Out<S>>;
export declare const text: () => Type<string>;
export declare const num: () => Type<number>;
