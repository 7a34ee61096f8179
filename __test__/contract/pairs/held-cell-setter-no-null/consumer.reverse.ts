import { Cell } from "./surface";
const c: Cell<number> = Cell.of(1); c.value = c.value + 1;
