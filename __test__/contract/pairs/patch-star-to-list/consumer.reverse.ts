import type { Tool } from "./surface";
export const w = (t: Tool): number => t.weight;
