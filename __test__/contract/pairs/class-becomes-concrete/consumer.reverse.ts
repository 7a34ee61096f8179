import { Shape } from "./surface";
export const s = new Shape("blob").area();
