import { clamp } from "./surface";
export const n: number = clamp(4, 3);
