import { sorter } from "./surface";
export const r = sorter([{ a: 1 }]).by("a", "desc").rows()[0]?.a.toFixed();
