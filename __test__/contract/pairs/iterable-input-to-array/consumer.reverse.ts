import { sumAll } from "./surface";
const a: readonly number[] = [1]; export const n: number = sumAll(a) + sumAll([1, 2]) + sumAll([]);
