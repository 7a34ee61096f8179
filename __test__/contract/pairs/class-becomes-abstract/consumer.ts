import { Renderer } from "./surface";
export const out: string = new Renderer().draw();
