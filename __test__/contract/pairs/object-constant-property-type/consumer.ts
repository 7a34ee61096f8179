import { limits } from "./surface";
export const next: number = limits.upload + 1;
