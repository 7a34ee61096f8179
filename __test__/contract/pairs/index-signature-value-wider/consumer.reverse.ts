import type { Labels } from "./surface";
export const empty: Labels = { a: null };
