import { ELLIPSIS, slugify, truncate } from "./surface";
export const all = ["a b"].map(s => slugify(s)).map(s => truncate(s, 3) + ELLIPSIS);
