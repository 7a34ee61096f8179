import type { Unwrap } from "./surface";
export const impossible = (n: Unwrap<number>): string => n;
