import { index, lookup } from "./surface";
export const n = lookup(index(["a"]), "a") + index([]).size;
