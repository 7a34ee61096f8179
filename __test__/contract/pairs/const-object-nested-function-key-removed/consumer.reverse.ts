import { format, type Formatter } from "./surface";
const f: Formatter<Date> = format.date;
export const s = f(new Date()) + format.money(1);
