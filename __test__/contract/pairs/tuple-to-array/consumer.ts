import type { Rgb } from "./surface";
export const copy = (c: Rgb): [number, number, number] => [...c];
