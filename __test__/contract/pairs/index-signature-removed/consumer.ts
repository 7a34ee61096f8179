import type { HeaderMap } from "./surface";
export const host = (h: HeaderMap): string => h["host"];
