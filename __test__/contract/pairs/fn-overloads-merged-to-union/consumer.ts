import { fromMs, toMs } from "./surface";
export const s = fromMs(toMs(1) + toMs("2s"));
export const all = ["1s"].map(v => toMs(v));
