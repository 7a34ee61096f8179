import type { Scores } from "./surface";
export const s: Scores = { a: 1 };
