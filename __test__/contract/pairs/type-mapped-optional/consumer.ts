import type { Flags } from "./surface";
export const on = (f: Flags<"a">): boolean => f.a;
