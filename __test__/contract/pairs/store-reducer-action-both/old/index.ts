export type Action = { readonly type: "inc" } | { readonly type: "dec" };
export type Reducer<S> = (state: S, action: Action) => S;
export declare function createStore<S>(reducer: Reducer<S>, init: S): { dispatch(a: Action): void; readonly state: S };
