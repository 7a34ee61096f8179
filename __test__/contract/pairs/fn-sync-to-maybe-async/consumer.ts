import { compute, seedOf } from "./surface";
export const n = compute(seedOf("x")).toFixed(2);
