import type { Range } from "./surface";
export const open: Range = [3];
