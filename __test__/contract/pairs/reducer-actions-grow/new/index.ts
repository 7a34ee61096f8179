export type CounterAction = { type: "inc"; by: number } | { type: "reset" } | { type: "set"; to: number };
export interface CounterState { readonly count: number }
export declare function counterReducer(state: CounterState, action: CounterAction): CounterState;
