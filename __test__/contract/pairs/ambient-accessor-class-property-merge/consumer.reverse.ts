import { Shape, union } from "./surface";
export const a: number = union(Shape.parse("x").scale(2)).area;
