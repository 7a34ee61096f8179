import type { Box } from "./surface";
export const area = (b: Box): number => b.width * b.height;
