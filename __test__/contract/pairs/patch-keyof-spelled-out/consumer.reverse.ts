import type { Axis } from "./surface";
export const a: Axis = "x";
