import type { Registry } from "./surface";
export const r: Registry<number> = { current: 3 };
