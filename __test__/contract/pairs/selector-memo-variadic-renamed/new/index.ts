type Sel<S = any, R = unknown> = (s: S) => R;
type Root<D extends readonly Sel[]> = D extends readonly [Sel<infer S>, ...unknown[]] ? S : never;
type Outputs<D extends readonly Sel[]> = { [I in keyof D]: D[I] extends Sel<any, infer Out> ? Out : never };
type Combiner<D extends readonly Sel[], R> = (...values: Outputs<D>) => R;
export declare function createSelector<D extends readonly [Sel, ...Sel[]], R>(...args: [...selectors: D, fn: Combiner<D, R>]): (state: Root<D>) => R;
export declare function identity<T>(x: T): T;
