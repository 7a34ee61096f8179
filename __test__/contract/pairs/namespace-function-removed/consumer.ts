import { Geo } from "./surface";
export const d: number = Geo.distance(1, 2);
