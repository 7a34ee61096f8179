import { cell, type Cell } from "./surface";
const c: Cell<number> = cell<number>(1); c.value++; c.update(n => n + 1).value = 2;
export function bump(x: Cell<number>) { return x.update(o => o * 2); } bump({ value: 1, update() { return c; } });
