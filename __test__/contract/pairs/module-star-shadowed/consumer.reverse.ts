import { parse } from "./surface";
export const n: number = parse(1);
