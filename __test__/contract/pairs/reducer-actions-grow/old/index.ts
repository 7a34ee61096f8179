export type CounterAction = { type: "inc"; by: number } | { type: "reset" };
export interface CounterState { readonly count: number }
export declare function counterReducer(state: CounterState, action: CounterAction): CounterState;
