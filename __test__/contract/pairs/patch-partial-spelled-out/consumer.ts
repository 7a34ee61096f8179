import type { Style } from "./surface";
export const s: Style = {};
