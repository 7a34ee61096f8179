import type { Colour } from "./surface";
export const c: Colour = "rgb(1,2,3)";
