import { decode } from "./surface";
export const sub: string = decode("x").sub;
