import type { Settings } from "./surface";
export const s: Settings = { editor: { font: { family: "mono", size: 12 } } };
