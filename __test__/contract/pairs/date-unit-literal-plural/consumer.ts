import { diff, startOf } from "./surface";
const units = ["day", "week"] as const;
export const n = units.map(u => diff(startOf(new Date(), u), new Date(), u));
