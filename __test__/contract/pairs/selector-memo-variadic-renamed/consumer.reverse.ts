import { createSelector } from "./surface";
export const s = createSelector((s: { a: number }) => s.a, (s: { b: string }) => s.b, (a, b) => a + b.length);
