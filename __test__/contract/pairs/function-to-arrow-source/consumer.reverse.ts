import { round } from "./surface";
export const list: number[] = [1.2, 2.7].map(round);
