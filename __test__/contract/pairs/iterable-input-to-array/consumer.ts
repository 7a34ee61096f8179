import { sumAll } from "./surface";
export const n = sumAll(new Set([1, 2]));
