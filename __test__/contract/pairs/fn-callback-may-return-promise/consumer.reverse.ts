import { batch } from "./surface";
export const r = batch(["a"], async s => s.length);
