import type { City } from "./surface";
export const c: City = { name: "a", people: 1 };
