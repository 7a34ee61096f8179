import { read } from "./surface";
export const n = read("a", { raw: true as const })[0];
