declare const OUT: unique symbol;
export interface Schema<T> {
  readonly [OUT]: T;
  optional(): Schema<T | undefined>;
  array(): Schema<T[]>;
  nullable(): Schema<T | null>;
  or<U>(other: Schema<U>): Schema<T | U>;
  transform<R>(fn: (value: T) => R): Schema<R>;
  parse(input: unknown): T;
}
export type Infer<S> = S extends Schema<infer T> ? T : never;
export interface ObjectSchema<S extends Record<string, Schema<any>>> extends Schema<{ [K in keyof S]: Infer<S[K]> }> {
  readonly shape: S;
  pick<K extends keyof S>(...keys: K[]): ObjectSchema<Pick<S, K>>;
  extend<E extends Record<string, Schema<any>>>(more: E): ObjectSchema<Omit<S, keyof E> & E>;
}
export declare function string(): Schema<string>;
export declare function number(): Schema<number>;
export declare function object<S extends Record<string, Schema<any>>>(shape: S): ObjectSchema<S>;
export declare function boolean(): Schema<boolean>;
