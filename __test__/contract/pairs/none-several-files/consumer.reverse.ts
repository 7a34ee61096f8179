import type { Shape } from "./surface";
export const s: Shape = { kind: "line", length: 1 };
