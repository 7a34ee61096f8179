export declare abstract class Option<T> {
  private constructor();
  static some<T>(v: T): Option<T>;
  static readonly none: Option<never>;
  map<U>(f: (v: T) => U): Option<U>;
  flatMap<U>(f: (v: T) => Option<U>): Option<U>;
  orElse<U>(v: U): T | U;
  filter(f: (v: T) => boolean): Option<T>;
  toArray(): T[];
}
export declare function head<T>(list: readonly T[]): Option<T>;
