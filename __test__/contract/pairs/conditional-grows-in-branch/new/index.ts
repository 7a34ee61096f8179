type Input = Record<string, any>;
type Both<A extends Input, B extends Input> = A extends B ? A : { readonly [K in keyof A & keyof B]: A[K] extends null ? B[K] : A[K] } & Readonly<B>;
export type Merge<S extends Input, D extends Input[]> = D extends [infer F extends Input, ...infer Rest extends Input[]] ? Merge<Both<S, F>, Rest> : S;
export declare function merge<S extends Input, D extends Input[]>(source: S, ...defaults: D): Merge<S, D>;
