import { Mic } from "./surface";
export const level = new Mic().level();
