import { VERSION, isStable } from "./surface";
export const v: string = VERSION; export const s = isStable(VERSION); export const major = VERSION.split(".")[0];
