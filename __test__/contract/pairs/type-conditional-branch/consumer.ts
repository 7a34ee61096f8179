import type { Unwrap } from "./surface";
export const n: Unwrap<number> = 1;
