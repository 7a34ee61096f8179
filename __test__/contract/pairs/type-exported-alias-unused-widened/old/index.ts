export type Priority = "low" | "high";
export declare function count(): number;
export declare function reset(): void;
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
export interface TokenMap { readonly space: readonly number[]; readonly font: { readonly body: string; readonly mono: string } }
export declare const tokens2: TokenMap;
export declare function tokenVar<K extends keyof TokenMap>(group: K): `--${K}`;
export interface RingBuffer<T> {
  readonly capacity: number;
  push(...items: T[]): number;
  mapRing<U>(f: (item: T, index: number) => U): RingBuffer<U>;
  chunk(size: number): RingBuffer<T[]>;
  [Symbol.iterator](): Iterator<T, undefined, undefined>;
}
export declare function ringBuffer<T>(capacity: number, seed?: Iterable<T>): RingBuffer<T>;
