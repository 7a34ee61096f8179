import { createStore, useCounter } from "./surface";
const n: number = useCounter(s => s.count);
useCounter.setState({ count: n + 1 });
useCounter.setState(s => ({ count: s.count * 2 }));
export const own = createStore<{ a: string }>((set, get) => ({ a: (set({ a: "x" }), get().a) }));
useCounter.subscribe((s, p) => s.increment(p.count));
