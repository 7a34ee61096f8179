import type { Stack } from "./surface";
export const top = (s: Stack<number>): number | undefined => s.pop();
