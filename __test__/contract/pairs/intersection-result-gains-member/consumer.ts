import { stamp } from "./surface";
export const at: number = stamp({ a: 1 }).at;
