import { measureAll } from "./surface";
export const l = measureAll(["a b"]).map(m => m.longest.trim());
