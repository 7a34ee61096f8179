import { slice } from "./surface";
export const s: string = slice("a") + slice("b", 1); export const l = ["a"].map(x => slice(x)); const f: (t: string, n: number) => string = slice; f("", 1);
