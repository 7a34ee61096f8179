import { createStore } from "./surface";
export const f = () => createStore({ a: 1 }).destroy();
