import { mapValues } from "./surface";
export const e = mapValues<number, string>({ a: "x" }, s => s.length);
