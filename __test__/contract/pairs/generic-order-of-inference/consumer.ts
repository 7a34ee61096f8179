import { mapValues } from "./surface";
export const r = mapValues<number, string>({ a: 1 }, n => n.toFixed());
