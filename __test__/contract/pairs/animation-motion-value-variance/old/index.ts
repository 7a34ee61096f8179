export interface MotionValue<T> { get(): T; set: (v: T) => void; on(event: "change", cb: (v: T) => void): () => void }
export declare const scrollY: MotionValue<number>;
export declare const pointer: MotionValue<{ x: number; y: number }>;
export declare function motionValue<T>(initial: T): MotionValue<T>;
type StageFn<A, B> = (input: A) => B | Promise<B>;
export interface Pipeline<A, B> {
  stage<C>(f: StageFn<B, C>): Pipeline<A, C>;
  branch<C, D>(left: StageFn<B, C>, right: StageFn<B, D>): Pipeline<A, readonly [C, D]>;
  runPipeline(input: A): Promise<B>;
}
export declare function pipeline<A>(): Pipeline<A, A>;
