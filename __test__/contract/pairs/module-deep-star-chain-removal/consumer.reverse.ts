import { LIB, clamp, text } from "./surface";
export const s = text.upper(LIB) + clamp(1, 2);
