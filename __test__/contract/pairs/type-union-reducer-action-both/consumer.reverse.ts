import { reducer } from "./surface";
export const n = reducer(1, { type: "undo", steps: 2 });
