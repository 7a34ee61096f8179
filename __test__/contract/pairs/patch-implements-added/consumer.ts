import { Mic } from "./surface";
export const l: number = new Mic().level();
