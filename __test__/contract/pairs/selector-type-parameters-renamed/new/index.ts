export type Selector<State, Result> = (state: State) => Result;
export declare function createSelector<State, First, Result>(first: (state: State) => First, combine: (first: First) => Result): (state: State) => Result;
export declare function createSelector<State, First, Second, Result>(first: Selector<State, First>, second: Selector<State, Second>, combine: (first: First, second: Second) => Result): Selector<State, Result>;
