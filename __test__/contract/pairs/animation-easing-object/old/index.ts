export type Easing = (t: number) => number;
export const EASING: { linear: Easing; cubic: Easing; spring: Easing; } = { linear: t => t, cubic: t => t ** 3, spring: t => Math.sin(t) };
export const duration = (ms: number, easing: Easing): number => easing(1) * ms;
export interface Matcher<I, R = never> {
  when<const V extends I, T>(value: V, then: (value: V) => T): Matcher<Exclude<I, V>, R | T>;
  otherwise<T>(f: (value: I) => T): R | T;
}
export declare function matchValue<I>(value: I): Matcher<I>;
