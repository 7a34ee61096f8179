import type { Cell } from "./surface";
export const c: Cell = { value: 1, row: 2 };
