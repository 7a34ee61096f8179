import { version } from "./surface";
export const v: readonly [1, 2, 3] = version("1.2.3");
export const n: null = version("x");
