export type Selector<S, R> = (state: S) => R;
export declare function createSelector<S, A, R>(a: Selector<S, A>, result: (a: A) => R): Selector<S, R>;
export declare function createSelector<S, A, B, R>(a: Selector<S, A>, b: Selector<S, B>, result: (a: A, b: B) => R): Selector<S, R>;
