import { head, Option } from "./surface";
const o: Option<number> = head(["a"]).map(s => s.length);
export const n: number = Option.some(o).flatMap(x => x).orElse(0);
export const none: Option<string> = Option.none;
