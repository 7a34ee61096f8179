import { Geo } from "./surface";
export const r: number = Geo.earthRadius;
