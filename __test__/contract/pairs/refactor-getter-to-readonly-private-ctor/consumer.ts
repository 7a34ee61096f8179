import { Range } from "./surface";
const r: Range = Range.of(1, 3);
export const n: number = r.length + Number(r.includes(2));
