import { index, lookup } from "./surface";
const m = index(["a"]); m.set("b", 2);
export const n = lookup(m, "b");
