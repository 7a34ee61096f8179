import type { Palette } from "./surface";
export const p: Palette = { main: "red" };
