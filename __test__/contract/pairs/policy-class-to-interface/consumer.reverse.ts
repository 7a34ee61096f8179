import { origin, type Point } from "./surface";
const Point = (x: number): Point => ({ ...origin(), x });
export const p = Point(2);
