import { number, type Type } from "./surface";
export const t: Type<number, number> = number;
