import type { Identified } from "./surface";
export const next = (x: Identified) => x.version + 1;
