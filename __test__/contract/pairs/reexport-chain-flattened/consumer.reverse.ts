import { total, format, type Line, type Price } from "./surface";
const l: Line[] = []; const p: Price = total(l); format(p);
