export interface Type<T> { readonly _output: T; optional(): Type<T | undefined>; list(): Type<T[]>; refine<U extends T>(f: (v: T) => v is U): Type<U>; parse(x: unknown): T }
type OutputOf<X extends Type<any>> = X["_output"];
type Fields = Readonly<Record<string, Type<any>>>;
type MaybeKeys<F extends Fields> = { [N in keyof F]: undefined extends OutputOf<F[N]> ? N : never }[keyof F];
type Shape<F extends Fields> = { [N in Exclude<keyof F, MaybeKeys<F>>]: OutputOf<F[N]> } & { [N in MaybeKeys<F>]?: OutputOf<F[N]> };
export declare function object<S extends Fields>(fields: S): Type<Shape<S>>;
export declare const text: () => Type<string>;
export declare const num: () => Type<number>;
