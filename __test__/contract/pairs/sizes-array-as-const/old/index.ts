export const SIZES = ["s", "m"] as const;
export type Size = (typeof SIZES)[number];
