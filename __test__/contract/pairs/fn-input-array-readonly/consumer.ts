import { average, sum } from "./surface";
const l: number[] = [1, 2];
export const n = sum(l) + average(new Set(l)) + sum([3]);
