import { entries, mapValues } from "./surface";
export const e: [string, number][] = entries(mapValues<string, number>({ a: "x" }, s => s.length));
