import { parse } from "./surface";
export const n: number = parse(new Uint8Array(4));
