import { createStore } from "./surface";
createStore({ a: 1 }).setState((s) => ({ a: s.a + 1 }));
