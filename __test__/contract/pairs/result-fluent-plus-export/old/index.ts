export type Result<T, E> = Ok<T, E> | Err<T, E>;
interface Methods<T, E> {
  map<U>(f: (v: T) => U): Result<U, E>;
  mapErr<F>(f: (e: E) => F): Result<T, F>;
  andThen<U, F>(f: (v: T) => Result<U, F>): Result<U, E | F>;
  unwrapOr<D>(d: D): T | D;
}
export interface Ok<T, E> extends Methods<T, E> { readonly ok: true; readonly value: T }
export interface Err<T, E> extends Methods<T, E> { readonly ok: false; readonly error: E }
export declare function ok<T>(value: T): Result<T, never>;
export declare function err<E>(error: E): Result<never, E>;
export type Jsonish = string | number | boolean | null | readonly Jsonish[] | { readonly [key: string]: Jsonish };
export declare function cloneJson<T extends Jsonish>(value: T): T;
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
