import type { City } from "./surface";
export const name = (c: City): string => c.name;
