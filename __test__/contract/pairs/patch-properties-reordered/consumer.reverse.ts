import type { Vector } from "./surface";
export const x = (v: Vector): number => v.x;
