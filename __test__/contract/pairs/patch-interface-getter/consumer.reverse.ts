import type { Tank } from "./surface";
export const l = (t: Tank): number => t.level;
