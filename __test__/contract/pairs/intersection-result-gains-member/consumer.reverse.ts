import { stamp } from "./surface";
export const by: string = stamp({ a: 1 }).by;
