import { collect, range } from "./surface";
export const n: number[] = collect(range(3));
export const s = collect<string>(new Set(["a"])).join();
