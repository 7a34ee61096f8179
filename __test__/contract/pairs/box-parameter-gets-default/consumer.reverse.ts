import type { Crate } from "./surface";
export const f = (c: Crate) => c.open();
