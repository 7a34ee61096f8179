import { sum } from "./surface";
export const n: number = sum([]);
