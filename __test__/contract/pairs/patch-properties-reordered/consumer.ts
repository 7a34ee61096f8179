import type { Vector } from "./surface";
export const v: Vector = { x: 1, y: 2 };
