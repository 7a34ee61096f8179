import { createStore, type Store } from "./surface";
const store: Store<{ a: number; b?: string }> = createStore({ a: 1 });
store.setState({ b: "x" }); store.subscribe((s, p) => s.a - p.a)(); store.getState().a.toFixed();
