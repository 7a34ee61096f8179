export interface Schema<T> {
  readonly output: T;
  nullable(): Schema<T | null | undefined>;
  array(): Schema<T[]>;
  parse(input: unknown): T;
}
export declare function str(): Schema<string>;
export declare function num(): Schema<number>;
export declare function union<A, B>(a: Schema<A>, b: Schema<B>): Schema<A | B>;
