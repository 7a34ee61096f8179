import { Colour } from "./surface";
export const c = new Colour(1, 2, 3);
