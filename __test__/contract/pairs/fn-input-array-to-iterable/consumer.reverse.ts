import { addAll } from "./surface";
export const n = addAll(new Map([["a", 1]]).keys());
