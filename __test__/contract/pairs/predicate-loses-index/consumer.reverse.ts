import { keep, type Predicate } from "./surface";
const p: Predicate<number> = (v) => v > 1; keep([1], p).map((n) => n.toFixed());
