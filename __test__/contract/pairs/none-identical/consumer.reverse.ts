import type { Size } from "./surface";
export const s: Size = { width: 1, height: 2 };
