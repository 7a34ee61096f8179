import { createStore } from "./surface";
export const s = createStore<number>((n, a) => { switch (a.type) { case "inc": return n + 1; case "dec": return n - 1; } }, 0);
