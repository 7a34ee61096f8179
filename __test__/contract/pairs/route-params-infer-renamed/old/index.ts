export type Params<P extends string> = P extends `${infer A}/${infer B}` ? Params<A> & Params<B> : P extends `:${infer N}` ? { [K in N]: string } : {};
export declare function match<P extends string>(pattern: P, url: string): Params<P> | null;
