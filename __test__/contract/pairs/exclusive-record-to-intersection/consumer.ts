import { limits, setLimits, type Limits } from "./surface";
const l: Limits = limits(); setLimits({ cpu: l.cpu }); setLimits({});
export const s: string = limits().label;
