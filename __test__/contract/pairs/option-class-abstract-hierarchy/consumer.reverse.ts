import { head } from "./surface";
export const n = head([1]).filter(n => n > 1).toArray();
