import { Colour } from "./surface";
export const s = new Colour("#fff").mix(new Colour("#000"), 0.5).toString();
class Named extends Colour { constructor(readonly name: string) { super("#" + name); } }
export const n = new Named("x").name;
