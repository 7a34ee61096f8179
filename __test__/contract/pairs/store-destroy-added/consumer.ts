import { createStore, type Store } from "./surface";
const s: Store<{ a: string; b?: number }> = createStore({ a: "" }); s.set({ b: 1 }); export const a: string = s.state.a;
export const keep = new Map<string, Store<{ a: string }>>([["x", createStore({ a: "" })]]);
