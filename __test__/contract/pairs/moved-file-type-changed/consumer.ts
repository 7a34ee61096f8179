import { price } from "./surface";
export const p = price("a").amount.toFixed(2);
