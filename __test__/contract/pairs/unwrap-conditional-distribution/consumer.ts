import type { ItemOf } from "./surface";
export const x: ItemOf<string[] | number> = "a";
