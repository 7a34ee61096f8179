import { SIZES, type Size } from "./surface";
export const big: Size = "l"; export const i = SIZES[2];
