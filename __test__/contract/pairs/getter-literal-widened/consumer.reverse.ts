import { locale } from "./surface";
export const l: string = locale().slice(0, 2); export const m: Record<string, number> = {}; m[locale()] = 1;
