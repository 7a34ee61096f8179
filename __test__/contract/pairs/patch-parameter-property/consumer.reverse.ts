import type { Person } from "./surface";
export const fake: Person = { name: "a" };
