import type { Mic } from "./surface";
export const fake: Mic = { level: () => 1 };
