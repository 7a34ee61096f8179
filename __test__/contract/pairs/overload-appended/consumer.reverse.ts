import { range } from "./surface";
export const s: string[] = range("a", "f");
