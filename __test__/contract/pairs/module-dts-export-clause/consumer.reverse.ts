import type { Shown } from "./surface";
export const s: Shown = { name: "a" };
