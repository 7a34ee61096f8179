import { pipe, tuple } from "./surface";
export const n: number = pipe((s: string) => s.length, (x: number) => x * 2)("a") + tuple(1, "x")[0];
