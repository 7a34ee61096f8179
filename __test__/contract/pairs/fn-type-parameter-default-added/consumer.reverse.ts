import { collect, range } from "./surface";
export const s: Set<number> = collect(range(3), i => new Set(i));
