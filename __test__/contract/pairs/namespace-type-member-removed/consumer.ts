import { Geo } from "./surface";
const b: Geo.Box = { min: { x: 0, y: 0 }, max: { x: 1, y: 1 } };
export const d = Geo.distance(b.min, b.max);
