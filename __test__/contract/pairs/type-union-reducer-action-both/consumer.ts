import { history, reducer } from "./surface";
export const text = history().map(a => { switch (a.type) { case "add": return "+" + reducer(0, a); case "reset": return "0"; default: { const n: never = a; return n; } } });
