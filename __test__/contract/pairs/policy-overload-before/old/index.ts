export declare function color(value: string | number): { css: string; alpha: number };
export declare function mix(a: string, b: string): string;
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
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
