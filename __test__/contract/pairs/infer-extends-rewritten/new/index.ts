type Digits<S extends string> = S extends `${infer Value extends number}` ? Value : never;
type Ver<Text extends string> = Text extends `${infer Major}.${infer Minor}.${infer Patch}` ? Triple<[Major, Minor, Patch]> : null;
type Triple<V extends readonly [string, string, string]> = readonly [Digits<V[0]>, Digits<V[1]>, Digits<V[2]>];
export declare function version<S extends string>(s: S): Ver<S>;
export declare function satisfies(v: string, range: string): boolean;
