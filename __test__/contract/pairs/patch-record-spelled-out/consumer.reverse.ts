import type { Scores } from "./surface";
export const best = (s: Scores): number => Math.max(...Object.values(s));
