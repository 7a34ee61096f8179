export type Direction = "asc" | "desc" | "none";
export interface Sorter<R> { by<K extends keyof R & string>(key: K, direction?: Direction): Sorter<R>; rows(): R[] }
export declare function sorter<R>(rows: readonly R[]): Sorter<R>;
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
