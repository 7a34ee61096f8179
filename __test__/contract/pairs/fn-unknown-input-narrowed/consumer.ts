import { inspect, isPlain } from "./surface";
export const s = (v: unknown) => isPlain(v) ? inspect(v, 2) : "";
