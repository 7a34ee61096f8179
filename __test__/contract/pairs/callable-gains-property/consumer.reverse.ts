import { memoize } from "./surface";
export const n = memoize((x: number) => x).size;
