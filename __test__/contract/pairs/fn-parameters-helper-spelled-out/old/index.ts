export interface Options { depth?: number; follow?: boolean }
export declare function scan(path: string, options?: Options): Promise<string[]>;
export declare function scanLater(delay: number, ...args: Parameters<typeof scan>): ReturnType<typeof scan>;
export declare function scanSync(...args: Parameters<typeof scan>): Awaited<ReturnType<typeof scan>>;
type KeyOf<T, K> = K extends keyof T ? T[K] : never;
type Merge<A, B> = Omit<A, keyof B> & B;
export declare function valueAt<T extends object, K extends string>(entity: T, key: K): KeyOf<T, K>;
export declare function mergeEntities<A extends object, B extends object>(a: A, b: B): Merge<A, B>;
export interface Matcher<I, R = never> {
  when<const V extends I, T>(value: V, then: (value: V) => T): Matcher<Exclude<I, V>, R | T>;
  otherwise<T>(f: (value: I) => T): R | T;
}
export declare function matchValue<I>(value: I): Matcher<I>;
export interface Scheduler2 {
  readonly now: () => number;
  schedule<A extends readonly unknown[]>(delayMs: number, task: (...args: A) => void, ...args: A): { cancel(): boolean };
  idle(task: (deadline: { timeRemaining(): number }) => void): void;
}
export declare const scheduler2: Scheduler2;
