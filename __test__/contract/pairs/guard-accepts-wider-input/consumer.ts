import { compact, isPresent } from "./surface";
export const l: string[] = ["a", null].filter(x => isPresent(x)).concat(compact(["x", null]));
