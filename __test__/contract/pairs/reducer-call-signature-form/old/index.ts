export type Reducer<S, A> = (state: S | undefined, action: A) => S;
export declare function combine<S, A>(reducers: { [K in keyof S]: Reducer<S[K], A> }): Reducer<S, A>;
