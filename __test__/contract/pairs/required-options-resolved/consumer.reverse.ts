import { resolve } from "./surface";
export const a = resolve({ gap: 1 }).align.length;
