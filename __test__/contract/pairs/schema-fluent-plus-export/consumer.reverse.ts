import { number, string, tuple } from "./surface";
export const p: [string, number] = tuple(string(), number()).parse([]);
