export declare function sortBy<T, K extends string | number | Date>(items: readonly T[], key: (item: T) => K): T[];
export declare function uniq<T>(items: readonly T[]): T[];
export interface Matcher<I, R = never> {
  when<const V extends I, T>(value: V, then: (value: V) => T): Matcher<Exclude<I, V>, R | T>;
  otherwise<T>(f: (value: I) => T): R | T;
}
export declare function matchValue<I>(value: I): Matcher<I>;
