import { format, type Formatter } from "./surface";
const f: Formatter<number> = format.percent;
export const s = f(0.1);
