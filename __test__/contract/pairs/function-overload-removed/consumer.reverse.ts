import { parse } from "./surface";
export const n: number = parse("4");
