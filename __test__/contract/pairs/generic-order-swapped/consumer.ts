import type { Pair } from "./surface";
export const p: Pair<string, number> = { left: "a", right: 1 };
