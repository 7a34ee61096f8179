import { lookup } from "./surface";
export const hit: boolean = lookup("seven");
