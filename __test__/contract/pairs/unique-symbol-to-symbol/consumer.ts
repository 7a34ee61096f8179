import { SKIP, visitAll } from "./surface";
export const show = (v: number | typeof SKIP) => (v === SKIP ? "–" : v.toFixed(2));
visitAll([1], n => (n > 1 ? SKIP : n));
