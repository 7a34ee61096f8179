import type { Names } from "./surface";
export const names: Names<[1, 2]> = ["x", "y"];
