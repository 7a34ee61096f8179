import { sortBy } from "./surface";
export const s = sortBy([{ n: 1 }], i => i.n);
