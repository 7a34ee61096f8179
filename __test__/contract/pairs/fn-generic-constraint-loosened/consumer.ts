import { sortBy, uniq } from "./surface";
export const s: { n: string }[] = uniq(sortBy([{ n: "a" }], i => i.n));
