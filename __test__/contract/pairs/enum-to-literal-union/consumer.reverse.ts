import type { Unit } from "./surface";
export const u: Unit = "m";
