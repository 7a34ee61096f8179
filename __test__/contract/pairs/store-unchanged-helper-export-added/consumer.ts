import { devtools, extend, pickFrom } from "./surface";
export const n: number = pickFrom({ a: 1 }, "a");
export const both: { a: string; b: number } = extend({ a: 1, b: 2 }, { a: "x" });
export const c = devtools<{ x: number }, []>(() => ({ x: 1 }), "x");
