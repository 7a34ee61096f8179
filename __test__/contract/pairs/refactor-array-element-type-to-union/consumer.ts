import { bigger, isSize, type ShirtSize } from "./surface";
const s: ShirtSize = "sm";
export const b = (x: string): string => isSize(x) ? bigger(x) : bigger(s);
