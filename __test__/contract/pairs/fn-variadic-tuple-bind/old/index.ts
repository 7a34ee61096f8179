export declare function bind<A extends unknown[], B extends unknown[], R>(f: (...args: [...A, ...B]) => R, ...head: A): (...rest: B) => R;
export type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer R] ? R : [];
type StageFn<A, B> = (input: A) => B | Promise<B>;
export interface Pipeline<A, B> {
  stage<C>(f: StageFn<B, C>): Pipeline<A, C>;
  branch<C, D>(left: StageFn<B, C>, right: StageFn<B, D>): Pipeline<A, readonly [C, D]>;
  runPipeline(input: A): Promise<B>;
}
export declare function pipeline<A>(): Pipeline<A, A>;
