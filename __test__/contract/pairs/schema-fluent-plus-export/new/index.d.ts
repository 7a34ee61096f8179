export interface Schema<T> {
  readonly output: T;
  optional(): Schema<T | undefined>;
  nullable(): Schema<T | null>;
  array(): Schema<T[]>;
  or<U>(other: Schema<U>): Schema<T | U>;
  transform<U>(f: (value: T) => U): Schema<U>;
  refine<S extends T>(check: (value: T) => value is S): Schema<S>;
  refine(check: (value: T) => boolean, message?: string): Schema<T>;
  parse(input: unknown): T;
}
type Shape = Record<string, Schema<unknown>>;
export interface ObjectSchema<S extends Shape> extends Schema<{ [K in keyof S]: S[K]["output"] }> {
  readonly shape: S;
  extend<E extends Shape>(more: E): ObjectSchema<Omit<S, keyof E> & E>;
  pick<K extends keyof S>(...keys: K[]): ObjectSchema<Pick<S, K>>;
  partial(): ObjectSchema<{ [K in keyof S]: Schema<S[K]["output"] | undefined> }>;
}
export declare function string(): Schema<string>;
export declare function number(): Schema<number>;
export declare function object<S extends Shape>(shape: S): ObjectSchema<S>;
export declare function tuple<A, B>(a: Schema<A>, b: Schema<B>): Schema<[A, B]>;
export {};
