import { httpVersion } from "./surface";
export const o: Record<"1.1" | "2", number> = { "1.1": 1, "2": 2 };
export const n = o[httpVersion()];
