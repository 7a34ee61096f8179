import { price } from "./surface";
export const p = price("a").amount.padStart(3);
