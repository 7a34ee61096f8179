import { SKIP, visitAll } from "./surface";
visitAll([1], n => (n ? n : SKIP)); let s: symbol = SKIP; s = Symbol(); export const d = SKIP.description; export const m = new Map<symbol, number>([[SKIP, 1], [s, 2]]);
