import type { Point } from "./surface";
export const sum = (p: Point): number => p.x + p.y;
