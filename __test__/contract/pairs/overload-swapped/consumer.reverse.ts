import { find } from "./surface";
export const n: number = find("a").length;
