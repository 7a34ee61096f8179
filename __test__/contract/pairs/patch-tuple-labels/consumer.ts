import type { Span } from "./surface";
export const s: Span = [1, 2];
