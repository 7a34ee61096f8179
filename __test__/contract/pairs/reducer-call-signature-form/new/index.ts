export type Reducer<S, A> = { (state: S | undefined, action: A): S };
export declare function combine<S, A>(slices: { [Name in keyof S]: { (state: S[Name] | undefined, action: A): S[Name] } }): Reducer<S, A>;
