import { maxItems } from "./surface";
export const t: string = maxItems.toFixed(1);
