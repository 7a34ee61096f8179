import { countAll, find } from "./surface";
export const n: number = find({ tag: "a" }) + countAll();
