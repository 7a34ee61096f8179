import type { Span } from "./surface";
export const [a, b]: Span = [1, 2];
