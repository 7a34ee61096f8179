declare const flagBrand: unique symbol;
export type FlagKey<T> = string & { readonly [flagBrand]: T };
export declare function flagKey<T>(name: string): FlagKey<T>;
export declare function readFlag<T>(key: FlagKey<T>, fallback: T): T;
type StageFn<A, B> = (input: A) => B | Promise<B>;
export interface Pipeline<A, B> {
  stage<C>(f: StageFn<B, C>): Pipeline<A, C>;
  branch<C, D>(left: StageFn<B, C>, right: StageFn<B, D>): Pipeline<A, readonly [C, D]>;
  runPipeline(input: A): Promise<B>;
}
export declare function pipeline<A>(): Pipeline<A, A>;
type ParamsOf<S extends string> = S extends `${string}:${infer P}/${infer R}` ? { [K in P | keyof ParamsOf<R>]: string | number } : S extends `${string}:${infer P}` ? { [K in P]: string | number } : {};
export declare function link<S extends string>(pattern: S, params: ParamsOf<S>): { pattern: S; params: ParamsOf<S> };
