import { readFlags } from "./surface";
export const n: number = readFlags().limit;
