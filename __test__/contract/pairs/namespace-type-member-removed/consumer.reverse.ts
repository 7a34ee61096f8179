import { Geo } from "./surface";
const u: Geo.Unit = "km";
const p: Geo.Point = { x: 0, y: 0 };
export const d = Geo.distance(p, p, u);
