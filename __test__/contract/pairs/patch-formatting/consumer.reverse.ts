import type { Pin } from "./surface";
export const tries = (p: Pin): number => p.tries;
