import { createReducer } from "./surface";
type A = { type: "inc"; by: number } | { type: "reset" };
const r = createReducer<number, A>(0, { inc: (s, a) => s + a.by, reset: () => 0 });
export const n: number = r(undefined, { type: "inc", by: 2 });
