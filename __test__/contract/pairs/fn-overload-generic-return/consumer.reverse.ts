import { bag } from "./surface";
export const n: number = bag.get("a", 3);
export const u: unknown = bag.has("b") ? bag.get("b") : null;
