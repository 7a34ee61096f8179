import type { Result } from "./surface";
export const r: Result = { data: 1 };
