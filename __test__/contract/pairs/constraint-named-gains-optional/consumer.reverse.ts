import { type Base, label } from "./surface";
export const own: string = label({ a: "x", b: 1 } satisfies Base);
