import type { Side } from "./surface";
export const side: Side = "left";
