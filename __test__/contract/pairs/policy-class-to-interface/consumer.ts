import { Point, shift } from "./surface";
export const p = shift(new Point(), 1).x;
