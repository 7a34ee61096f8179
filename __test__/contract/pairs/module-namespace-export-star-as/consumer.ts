import { math, pi } from "./surface";
const v: math.Vec = { x: 1, y: 2 };
export const n = math.square(v.x) * pi;
