import type { Range } from "./surface";
export const width = ([from, to]: Range): number => to - from;
