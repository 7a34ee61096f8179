import { range } from "./surface";
export const n: number[] = [...range(3), ...range(1, 2)];
