import { filter } from "./surface";
export const f = filter<{ a: number }>().eq("a", null);
