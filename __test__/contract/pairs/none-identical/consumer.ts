import { area } from "./surface";
export const a: number = area({ width: 1, height: 2 });
