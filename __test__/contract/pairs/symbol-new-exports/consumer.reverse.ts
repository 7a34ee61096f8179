import { clamp } from "./surface";
export const safe: number = clamp(12, 0, 10);
