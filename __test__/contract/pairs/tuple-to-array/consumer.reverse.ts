import type { Rgb } from "./surface";
export const none: Rgb = [];
