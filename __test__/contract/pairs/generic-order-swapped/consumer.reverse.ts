import type { Pair } from "./surface";
export const p: Pair<string, number> = { left: 1, right: "a" };
