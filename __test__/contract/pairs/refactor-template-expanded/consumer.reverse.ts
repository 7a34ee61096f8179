import { anchor, edges, opposite, type Corner } from "./surface";
const c: Corner = "top-left";
export const n = anchor(opposite(c))[0] + edges().length;
export const all: Record<Corner, 1> = { "top-left": 1, "top-right": 1, "bottom-left": 1, "bottom-right": 1 };
