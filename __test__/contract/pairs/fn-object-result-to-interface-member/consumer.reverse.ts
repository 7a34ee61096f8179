import { getCaret } from "./surface";
export const n = getCaret().selection?.from;
