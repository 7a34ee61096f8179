type Sel<S = any, R = unknown> = (s: S) => R;
type Results<T extends readonly Sel[]> = { [K in keyof T]: T[K] extends Sel<any, infer R> ? R : never };
type StateOf<T extends readonly Sel[]> = T extends readonly [Sel<infer S>, ...unknown[]] ? S : never;
export declare function createSelector<T extends readonly [Sel, ...Sel[]], R>(...args: [...deps: T, combine: (...r: Results<T>) => R]): (s: StateOf<T>) => R;
export declare function identity<T>(x: T): T;
