import { createReducer } from "./surface";
type A = { type: "inc"; by: number } | { type: "reset" };
export const r = createReducer<number, A>(0, { inc: (s, a) => s + a.by });
