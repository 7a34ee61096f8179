import { label } from "./surface";
export const own: string = label({ a: "x", b: "y" }).b;
