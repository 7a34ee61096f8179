import { field, fields } from "./surface";
export const s = field("a") + fields().map(f => field(f)).join();
export const t: ("a" | "b" | "c")[] = fields();
