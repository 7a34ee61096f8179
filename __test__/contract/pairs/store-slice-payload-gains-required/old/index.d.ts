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
export interface PayloadAction<P, T extends string = string> { type: T; payload: P }
interface ActionCreator<P, T extends string> { (payload: P): PayloadAction<P, T>; type: T; match(a: { type: string }): a is PayloadAction<P, T> }
type CaseReducers<S> = Record<string, (state: S, action: PayloadAction<any>) => S | void>;
export interface Slice<S, R extends CaseReducers<S>, N extends string> {
  name: N;
  actions: { [K in keyof R & string]: R[K] extends (s: S, a: PayloadAction<infer P>) => unknown ? ActionCreator<P, `${N}/${K}`> : never };
  getInitialState(): S;
}
interface CartState { lines: Record<string, number> }
export declare const cartSlice: Slice<CartState, {
  add: (s: CartState, a: PayloadAction<{ sku: string; amount?: number }>) => void;
  clear: (s: CartState, a: PayloadAction<void>) => void;
}, "cart">;
export {};
