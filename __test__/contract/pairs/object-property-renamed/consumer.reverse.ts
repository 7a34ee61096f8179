import type { Palette } from "./surface";
export const p: Palette = { primary: "red" };
