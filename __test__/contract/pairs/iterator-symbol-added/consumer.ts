import { collect, type Collection } from "./surface";
const c: Collection<number> = collect<number>(1, 2); export const n: number = (c.at(0) ?? 0) + c.size;
