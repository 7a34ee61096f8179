import type { Shape } from "./surface";
export const size = (s: Shape): number => s.area();
