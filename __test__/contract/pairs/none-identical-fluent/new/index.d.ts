export interface Stream<T> {
  map<U>(f: (v: T, index: number) => U): Stream<U>;
  filter<S extends T>(f: (v: T) => v is S): Stream<S>;
  filter(f: (v: T) => boolean): Stream<T>;
  zip<U>(other: Stream<U>): Stream<[T, U]>;
  window(n: number): Stream<Stream<T>>;
  group<K>(key: (v: T) => K): Stream<{ key: K; items: Stream<T> }>;
  collect(): Promise<T[]>;
}
export declare function stream<T>(items: Iterable<T> | AsyncIterable<T>): Stream<T>;
export interface RingBuffer<T> {
  readonly capacity: number;
  push(...items: T[]): number;
  mapRing<U>(f: (item: T, index: number) => U): RingBuffer<U>;
  chunk(size: number): RingBuffer<T[]>;
  [Symbol.iterator](): Iterator<T, undefined, undefined>;
}
export declare function ringBuffer<T>(capacity: number, seed?: Iterable<T>): RingBuffer<T>;
export {};
