import { toMs } from "./surface";
export const f = (v: number | string) => toMs(v);
