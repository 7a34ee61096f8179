import { createStore, type Store } from "./surface";
const s: Store<{ n: number }> = createStore({ n: 1 });
const off: () => void = s.subscribe((a, b) => a.n - b.n); off(); export const n: number = s.getState().n;
