import { mapValues } from "./surface";
export const r = mapValues<string, number>({ a: 1 }, n => n.toFixed());
