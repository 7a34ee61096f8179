import type { Names } from "./surface";
declare const names: Names<[1, 2]>;
export const first: "a" | "b" | undefined = names[0];
