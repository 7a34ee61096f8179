import type { Box } from "./surface";
export const b: Box = { width: 1, height: 2 };
