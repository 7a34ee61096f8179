import { math } from "./surface";
export const n = math.cube(2);
