import type { Style } from "./surface";
export const color = (s: Style): string | undefined => s.color;
