import { math } from "./surface";
export const minus: number = math.neg(1);
