export declare class Result<T, E> {
  private constructor();
  static ok<T, E>(value: T): Result<T, E>;
  static err<T, E>(e: E): Result<T, E>;
  map<U>(fn: (v: T) => U): Result<U, E>;
  mapErr<F>(fn: (e: E) => F): Result<T, F>;
  unwrapOr(d: T): T;
}
export declare function attempt<T>(fn: () => T): Result<T, Error>;
