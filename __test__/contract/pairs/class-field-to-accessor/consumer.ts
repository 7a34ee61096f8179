import { Counter, counters } from "./surface";
const c = counters.get("a") ?? new Counter();
c.count = c.bump(2).count + 1;
class FromTen extends Counter { override count = 10; }
export const t = new FromTen().bump();
