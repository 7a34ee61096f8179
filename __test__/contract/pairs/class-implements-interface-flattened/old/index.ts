interface Disposable2 { dispose(): void }
export class Handle implements Disposable2 {
  readonly id: number = 1;
  dispose(): void {}
  onDispose(cb: () => void): void { cb(); }
  isOpen(): boolean { return true; }
}
export const openHandle = (): Handle => new Handle();
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
