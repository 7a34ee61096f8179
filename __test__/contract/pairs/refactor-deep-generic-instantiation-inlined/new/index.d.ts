type Fetcher<A extends unknown[], R> = (...args: A) => Promise<R>;
type Cached<F extends Fetcher<any[], unknown>> = F & { clear(): void; peek(...args: Parameters<F>): Awaited<ReturnType<F>> | undefined };
export declare const getUser: ((id: string, fresh?: boolean) => Promise<{ name: string }>) & { clear(): void; peek(id: string, fresh?: boolean): { name: string } | undefined };
export declare const getTags: Cached<() => Promise<string[]>>;
export {};
type StageFn<A, B> = (input: A) => B | Promise<B>;
export interface Pipeline<A, B> {
  stage<C>(f: StageFn<B, C>): Pipeline<A, C>;
  branch<C, D>(left: StageFn<B, C>, right: StageFn<B, D>): Pipeline<A, readonly [C, D]>;
  runPipeline(input: A): Promise<B>;
}
export declare function pipeline<A>(): Pipeline<A, A>;
