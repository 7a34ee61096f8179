import type { Item } from "./surface";
export const one: Item = { id: 1 };
