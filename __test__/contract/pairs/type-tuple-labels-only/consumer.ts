import { bounds, clampRange, type Range } from "./surface";
const r: Range = bounds();
export const [a, b] = clampRange(r);
