import { unzip, zip } from "./surface";
const z = zip([1, 2], ["a", "b"]);
export const n: number | undefined = z[0]?.[0]; export const s: string | undefined = z[0]?.[1];
export const u: [number[], string[]] = unzip([[1, "a"]]);
