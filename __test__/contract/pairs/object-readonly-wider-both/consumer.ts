import type { Badge } from "./surface";
export const loud = (b: Badge): string => b.tone.toUpperCase();
