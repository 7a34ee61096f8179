type Params<S extends string> = S extends `${string}{${infer P}}${infer R}` ? P | Params<R> : never;
interface Dict { greeting: "Hello {firstName}"; footer: "(c) {year}" }
export declare function tr<K extends keyof Dict>(key: K, values: Record<Params<Dict[K]>, string>): string;
type StageFn<A, B> = (input: A) => B | Promise<B>;
export interface Pipeline<A, B> {
  stage<C>(f: StageFn<B, C>): Pipeline<A, C>;
  branch<C, D>(left: StageFn<B, C>, right: StageFn<B, D>): Pipeline<A, readonly [C, D]>;
  runPipeline(input: A): Promise<B>;
}
export declare function pipeline<A>(): Pipeline<A, A>;
