import { max } from "./surface";
export const f = (n: number[]) => max(...n);
