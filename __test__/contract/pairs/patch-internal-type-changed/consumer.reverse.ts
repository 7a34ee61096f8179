import * as surface from "./surface";
export const n: number = surface.count();
