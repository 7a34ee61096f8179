export interface Token<T> extends Symbol {}
export interface Logger { info(text: string): void }
export interface Tracer { trace(id: number): void }
export declare const LOGGER: Token<Logger>;
export declare const CLOCK: Token<{ now(): number }>;
export declare class Container { get<T>(token: Token<T>): T; bind<T>(token: Token<T>, make: () => T): this }
export interface Matcher<I, R = never> {
  when<const V extends I, T>(value: V, then: (value: V) => T): Matcher<Exclude<I, V>, R | T>;
  otherwise<T>(f: (value: I) => T): R | T;
}
export declare function matchValue<I>(value: I): Matcher<I>;
