import type { Box } from "./surface";
export const box: Box<number, string> = { value: 1 };
