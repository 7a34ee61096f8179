import { batch, batchSize } from "./surface";
export const r: Promise<number[]> = batch(["a"], (s, i) => s.length + i * batchSize);
