import { lastKey, translateKey } from "./surface";
export const icons = (k = lastKey()): string => k === "yes" ? "+" : { no: "-" }[k] + translateKey(k);
