export interface Lens<S, A> { get(s: S): A; set(a: A, s: S): S; compose<B>(inner: Lens<A, B>): Lens<S, B>; at<K extends keyof A>(key: K): Lens<S, A[K]>; zip<B>(other: Lens<S, B>): Lens<S, [A, B]> }
export declare function lens<S>(): Lens<S, S>;
export declare function traverse<S, A>(l: Lens<S, A[]>, f: (a: A) => A): (s: S) => S;
export declare const noop: () => void;
