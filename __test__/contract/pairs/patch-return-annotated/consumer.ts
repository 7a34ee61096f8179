import { range } from "./surface";
export const r: number[] = range(3);
