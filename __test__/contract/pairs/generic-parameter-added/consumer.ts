import type { Box } from "./surface";
export const box: Box<number> = { value: 1 };
