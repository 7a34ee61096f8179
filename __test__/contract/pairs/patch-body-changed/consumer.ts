import { sum } from "./surface";
export const n: number = sum([1, 2]);
