import { join, split } from "./surface";
export const s: string[] = split(join("a"));
