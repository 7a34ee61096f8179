import { count, type Priority } from "./surface";
export const label = (p: Priority): string => ({ low: "l", high: "h" })[p] + count();
