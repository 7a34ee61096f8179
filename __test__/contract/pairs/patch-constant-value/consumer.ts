import { maxItems } from "./surface";
export const n: number = maxItems * 2;
