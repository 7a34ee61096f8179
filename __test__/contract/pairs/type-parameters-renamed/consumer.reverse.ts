import { zip, pair, type Pair } from "./surface";
const z: [number, string][] = zip<number, string>([1], ["a"]); const p: Pair<number> = pair(1); export const q: Pair<number, string> = { first: z[0][0], second: z[0][1] }; export const n: number = p.second;
