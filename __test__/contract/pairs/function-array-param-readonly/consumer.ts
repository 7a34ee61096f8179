import { total } from "./surface";
export const sum: number = total([1, 2]);
