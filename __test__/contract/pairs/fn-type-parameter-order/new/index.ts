export declare function mapValues<R, V>(o: Record<string, V>, f: (v: V) => R): Record<string, R>;
export declare function entries<V>(o: Record<string, V>): [string, V][];
export interface Scheduler2 {
  readonly now: () => number;
  schedule<A extends readonly unknown[]>(delayMs: number, task: (...args: A) => void, ...args: A): { cancel(): boolean };
  idle(task: (deadline: { timeRemaining(): number }) => void): void;
}
export declare const scheduler2: Scheduler2;
