import { load } from "./surface";
export const s: string = load("a", r => r.trim());
