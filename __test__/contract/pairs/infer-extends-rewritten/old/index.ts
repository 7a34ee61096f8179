type Digits<S extends string> = S extends `${infer N extends number}` ? N : never;
type Ver<S extends string> = S extends `${infer A}.${infer B}.${infer C}` ? readonly [Digits<A>, Digits<B>, Digits<C>] : null;
export declare function version<S extends string>(s: S): Ver<S>;
export declare function satisfies(v: string, range: string): boolean;
