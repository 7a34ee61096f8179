import { pluck } from "./surface";
export const n: number[] = pluck([{ a: 1 }], "a");
