export declare function names(): (string | null)[];
export declare function ages(): readonly number[];
type StageFn<A, B> = (input: A) => B | Promise<B>;
export interface Pipeline<A, B> {
  stage<C>(f: StageFn<B, C>): Pipeline<A, C>;
  branch<C, D>(left: StageFn<B, C>, right: StageFn<B, D>): Pipeline<A, readonly [C, D]>;
  runPipeline(input: A): Promise<B>;
}
export declare function pipeline<A>(): Pipeline<A, A>;
