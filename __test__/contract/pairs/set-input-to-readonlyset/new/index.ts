export declare function lock(ids: ReadonlySet<string>, table?: ReadonlyMap<string, number>): void;
export declare function locked(): ReadonlySet<string>;
export interface Matcher<I, R = never> {
  when<const V extends I, T>(value: V, then: (value: V) => T): Matcher<Exclude<I, V>, R | T>;
  otherwise<T>(f: (value: I) => T): R | T;
}
export declare function matchValue<I>(value: I): Matcher<I>;
