export interface Read<T> { get(): T; watch(cb: (v: T) => void): () => void }
export interface Write<T> extends Read<T> { set(v: T): void }
export declare const theme: Read<"dark" | "light">;
export declare function derive<A, B>(from: Read<A>, f: (a: A) => B): Read<B>;
export type Jsonish = string | number | boolean | null | readonly Jsonish[] | { readonly [key: string]: Jsonish };
export declare function cloneJson<T extends Jsonish>(value: T): T;
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
