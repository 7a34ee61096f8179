import { label } from "./surface";
export const own: number | undefined = label({ a: "x", b: 1 }).b;
