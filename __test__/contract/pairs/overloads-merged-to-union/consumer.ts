import { pad } from "./surface";
export const s: string = pad("a", 2) + pad(3, 4); export const all = [1, 2].map(n => pad(n, 2)); const f: (v: number, w: number) => string = pad; f(1, 2);
