import { counterReducer, type CounterAction, type CounterState } from "./surface";
const actions: CounterAction[] = [{ type: "inc", by: 1 }, { type: "reset" }];
const s: CounterState = actions.reduce(counterReducer, { count: 0 }); s.count.toFixed();
