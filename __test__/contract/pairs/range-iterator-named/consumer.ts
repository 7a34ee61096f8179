import { range, type Range } from "./surface";
const r: Range = range(3); for (const n of r) n.toFixed(); const it: Iterator<number> = r[Symbol.iterator](); it.next(); Math.max(...r, r.from, r.to);
