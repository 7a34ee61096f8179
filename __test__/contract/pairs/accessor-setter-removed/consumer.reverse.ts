import { player } from "./surface";
export const v: number = player("x").volume;
