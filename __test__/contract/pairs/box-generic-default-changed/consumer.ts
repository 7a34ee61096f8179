import type { Cell } from "./surface";
export const f = (c: Cell) => c.value.trim();
