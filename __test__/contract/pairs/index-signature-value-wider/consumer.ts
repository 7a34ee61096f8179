import type { Labels } from "./surface";
export const shout = (l: Labels): string => l["a"].toUpperCase();
